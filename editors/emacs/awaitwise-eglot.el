;;; awaitwise-eglot.el --- Awaitwise, a server for concurrency mistakes in C#, in eglot -*- lexical-binding: t; -*-

;;; Commentary:

;; Eglot speaks to one server for a buffer; this makes it Awaitwise for C#.  README.md says how to keep another C#
;; server beside it.

;;; Code:

(defgroup awaitwise nil
  "Concurrency mistakes in C#."
  :group 'tools)

(defcustom awaitwise-command '("awaitwise" "lsp")
  "The command that starts the server."
  :type '(repeat string))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons '(csharp-mode csharp-ts-mode)
                     (lambda (&rest _) awaitwise-command))))

(provide 'awaitwise-eglot)
;;; awaitwise-eglot.el ends here
