" Awaitwise in Vim with ALE.
function! AwaitwiseProjectRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  while l:folder !=# fnamemodify(l:folder, ':h')
    if !empty(glob(l:folder . '/*.sln', 0, 1)) || !empty(glob(l:folder . '/*.slnx', 0, 1))
          \ || !empty(glob(l:folder . '/*.csproj', 0, 1))
      return l:folder
    endif
    let l:folder = fnamemodify(l:folder, ':h')
  endwhile
  return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

call ale#linter#Define('cs', {
      \ 'name': 'awaitwise',
      \ 'lsp': 'stdio',
      \ 'executable': 'awaitwise',
      \ 'command': '%e lsp',
      \ 'language': 'csharp',
      \ 'project_root': function('AwaitwiseProjectRoot'),
      \ })
