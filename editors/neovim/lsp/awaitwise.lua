---@brief
---
--- Awaitwise finds concurrency mistakes in C# and repairs them. It offers diagnostics and quick fixes only, so it runs
--- beside any other C# server.

local function is_project(name)
  return name:match('%.slnx?$') ~= nil or name:match('%.csproj$') ~= nil
end

---@type vim.lsp.Config
return {
  cmd = { 'awaitwise', 'lsp' },
  filetypes = { 'cs' },
  -- A folder that merely holds the file is no root: it could be the home folder. Without a root the file is analysed
  -- on its own.
  root_dir = function(bufnr, on_dir)
    on_dir(vim.fs.root(bufnr, is_project) or vim.fs.root(bufnr, '.git'))
  end,
  get_language_id = function()
    return 'csharp'
  end,
  -- The encoding of the usual C# servers: clients of one buffer should agree on one.
  capabilities = { general = { positionEncodings = { 'utf-16' } } },
  -- A plain `{}` would be sent as an array.
  init_options = { settings = vim.empty_dict() },
}
