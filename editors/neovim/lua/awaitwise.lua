-- Awaitwise for Neovim 0.7 to 0.10. From 0.11 on `vim.lsp.enable('awaitwise')` does all of this.

local M = {}

local function is_project(name)
  return name:match('%.slnx?$') ~= nil or name:match('%.csproj$') ~= nil
end

local function has_entry(folder, wanted)
  local entries = vim.loop.fs_scandir(folder)
  while entries do
    local name = vim.loop.fs_scandir_next(entries)
    if not name then
      return false
    end
    if wanted(name) then
      return true
    end
  end
  return false
end

--- The nearest folder above the file that has an entry `wanted`; nil without one.
local function folder_with(path, wanted)
  local folder = path:match('^(.*)/')
  while folder and folder ~= '' do
    if has_entry(folder, wanted) then
      return folder
    end
    folder = folder:match('^(.*)/')
  end
  return nil
end

local function root_of(path)
  return folder_with(path, is_project) or folder_with(path, function(name)
    return name == '.git'
  end)
end

local clients = {}

local function start(bufnr, options)
  local path = vim.api.nvim_buf_get_name(bufnr)
  if path == '' or vim.bo[bufnr].buftype ~= '' then
    return
  end
  local root = root_of(path)
  local config = {
    name = 'awaitwise',
    cmd = options.cmd,
    root_dir = root,
    get_language_id = function()
      return 'csharp'
    end,
    init_options = { settings = options.settings },
  }
  if vim.lsp.start then
    config.capabilities = vim.lsp.protocol.make_client_capabilities()
    config.capabilities.general =
      vim.tbl_extend('force', config.capabilities.general or {}, { positionEncodings = { 'utf-16' } })
    vim.lsp.start(config, { bufnr = bufnr })
    return
  end
  local key = root or path
  if not clients[key] or vim.lsp.client_is_stopped(clients[key]) then
    clients[key] = vim.lsp.start_client(config)
  end
  if clients[key] then
    vim.lsp.buf_attach_client(bufnr, clients[key])
  end
end

--- Starts the server for each C# file that is opened from now on, and for those that are open.
---
---@param options table|nil `cmd`: the command, by default `{ 'awaitwise', 'lsp' }`; `settings`: the server's settings.
function M.setup(options)
  options = vim.tbl_extend('force', { cmd = { 'awaitwise', 'lsp' }, settings = vim.empty_dict() }, options or {})
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'cs',
    group = vim.api.nvim_create_augroup('awaitwise', { clear = true }),
    callback = function(event)
      start(event.buf, options)
    end,
  })
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.bo[bufnr].filetype == 'cs' then
      start(bufnr, options)
    end
  end
end

return M
