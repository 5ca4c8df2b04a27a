;;; awaitwise-lsp-mode.el --- Awaitwise, a server for concurrency mistakes in C#, in lsp-mode -*- lexical-binding: t; -*-

;;; Commentary:

;; Registers Awaitwise as an add-on: it runs beside the C# server that lsp-mode has started.

;;; Code:

(defvar awaitwise-command '("awaitwise" "lsp")
  "The command that starts the server.")

(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client
    :new-connection (lsp-stdio-connection (lambda () awaitwise-command))
    :activation-fn (lsp-activate-on "csharp")
    :server-id 'awaitwise
    :priority -2
    :add-on? t)))

(provide 'awaitwise-lsp-mode)
;;; awaitwise-lsp-mode.el ends here
