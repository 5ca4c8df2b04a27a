" Awaitwise in Vim with vim-lsp (https://github.com/prabirshrestha/vim-lsp).
if executable('awaitwise')
  augroup awaitwise
    autocmd!
    autocmd User lsp_setup call lsp#register_server({
          \ 'name': 'awaitwise',
          \ 'cmd': {server_info -> ['awaitwise', 'lsp']},
          \ 'allowlist': ['cs'],
          \ })
  augroup END
endif
