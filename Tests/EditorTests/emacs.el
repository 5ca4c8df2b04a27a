;;; emacs.el --- Drives Emacs and eglot without a screen -*- lexical-binding: t; -*-

;; emacs --batch -l emacs.el
;; Prints one line for each check, `ok NAME' or `failed NAME: REASON'.
;; AWAITWISE_EMACS is the folder `editors/emacs', EXPECTED the file with the text after both fixes.

(require 'cl-lib)
(require 'eglot)
(require 'flymake)

;; Emacs 28 has no mode for C#.
(unless (fboundp 'csharp-mode)
  (define-derived-mode csharp-mode prog-mode "C#"))
(add-to-list 'auto-mode-alist '("\\.cs\\'" . csharp-mode))

(add-to-list 'load-path (getenv "AWAITWISE_EMACS"))
(require 'awaitwise-eglot)

(defun awaitwise-test-check (name condition &optional reason)
  "Report the check NAME, which holds if CONDITION; else because of REASON."
  (princ (if condition (format "ok %s\n" name) (format "failed %s: %s\n" name reason)))
  condition)

(defun awaitwise-test-diagnostics ()
  "The buffer's diagnostics in the order of their places."
  (sort (flymake-diagnostics)
        (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(defun awaitwise-test-codes ()
  "The codes of the buffer's diagnostics, as their texts show them."
  (mapconcat (lambda (diagnostic)
               (let ((text (flymake-diagnostic-text diagnostic)))
                 (if (string-match "AW[0-9]+" text) (match-string 0 text) text)))
             (awaitwise-test-diagnostics) " "))

(defun awaitwise-test-wait-for (condition)
  "Handle input until CONDITION, a function, gives non-nil, 20 seconds at most; return what it gives."
  (let ((deadline (+ (float-time) 20)) result)
    (while (and (not (setq result (funcall condition))) (< (float-time) deadline))
      (accept-process-output nil 0.05))
    result))

(defun awaitwise-test-check-codes (name wanted)
  "Report as the check NAME whether the findings become WANTED."
  (awaitwise-test-check
   name
   (awaitwise-test-wait-for (lambda () (equal (awaitwise-test-codes) wanted)))
   (format "the findings are %s" (awaitwise-test-codes))))

(defun awaitwise-test-underlined (diagnostic)
  "The text that DIAGNOSTIC underlines."
  (buffer-substring-no-properties (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic)))

(defun awaitwise-test-diagnostic (code)
  "The diagnostic with CODE, once it stands where the server sees it in the present text."
  (awaitwise-test-wait-for
   (lambda ()
     (cl-find-if (lambda (diagnostic)
                   (and (string-search code (flymake-diagnostic-text diagnostic))
                        (equal (awaitwise-test-underlined diagnostic) "Task.Run")))
                 (flymake-diagnostics)))))

(defun awaitwise-test-apply-fix (name code title expected)
  "Apply at the finding CODE the action whose title has TITLE; report as NAME whether EXPECTED is in the buffer then."
  (let (offered (last-nonmenu-event ?x))
    (goto-char (flymake-diagnostic-beg (awaitwise-test-diagnostic code)))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt collection &rest _)
                 (setq offered (mapcar #'car collection))
                 (cl-find-if (lambda (item) (string-search title item)) offered))))
      (condition-case problem
          (call-interactively #'eglot-code-actions)
        (error (push (error-message-string problem) offered))))
    (awaitwise-test-check
     name
     (awaitwise-test-wait-for (lambda () (string-search expected (buffer-string))))
     (format "the line is not there; offered was %S" offered))))

(defun awaitwise-test-run ()
  "All checks."
  (find-file (getenv "AWAITWISE_FILE"))
  (setq-local eglot-sync-connect 20)
  ;; Batch mode runs no idle timers: changes are sent when the next request is.
  (setq-local eglot-send-changes-idle-time 0)
  (apply #'eglot (eglot--guess-contact))
  (let ((original (buffer-string)))
    (when (awaitwise-test-check-codes "findings appear when the file is opened" "AW101 AW102")
      (dolist (diagnostic (awaitwise-test-diagnostics))
        (let ((underlined (awaitwise-test-underlined diagnostic)))
          (awaitwise-test-check "a finding underlines Task.Run" (equal underlined "Task.Run") underlined)))
      (awaitwise-test-check "the severities are warnings"
                            (cl-every (lambda (diagnostic) (eq (flymake-diagnostic-type diagnostic) 'eglot-warning))
                                      (awaitwise-test-diagnostics))
                            (mapcar #'flymake-diagnostic-type (awaitwise-test-diagnostics)))
      (awaitwise-test-apply-fix "the quick fix removes Task.Run" "AW101" "Remove Task.Run"
                                "var responseTask = client.GetServicesAsync(request);")
      (eglot--signal-textDocument/didChange)
      (awaitwise-test-check-codes "the first finding is gone after its fix" "AW102")
      (awaitwise-test-apply-fix "the quick fix calls GetData directly" "AW102" "GetData' directly"
                                "var response = client.GetData(request);")
      (eglot--signal-textDocument/didChange)
      ;; Calling GetData directly leaves an async method that awaits nothing.
      (awaitwise-test-check-codes "both findings are gone, and async without await is shown" "AW306")
      (let ((expected (with-temp-buffer (insert-file-contents (getenv "EXPECTED")) (buffer-string))))
        (awaitwise-test-check "the buffer is the expected text" (equal (buffer-string) expected) (buffer-string)))
      (erase-buffer)
      (insert original)
      (eglot--signal-textDocument/didChange)
      (awaitwise-test-check-codes "findings come back with the old text" "AW101 AW102"))
    (set-buffer-modified-p nil)
    (awaitwise-test-check "the server shuts down"
                          (condition-case problem
                              (progn (eglot-shutdown (eglot-current-server) nil 10) t)
                            (error (princ (format "%S\n" problem)) nil)))))

(condition-case problem
    (awaitwise-test-run)
  (error (princ (format "failed the script: %s\n" (error-message-string problem)))))
;;; emacs.el ends here
