-- Drives Neovim without a screen: `nvim --headless -u NONE -i NONE -S neovim.lua FILE`.
-- Prints one line for each check, `ok NAME` or `failed NAME: REASON`.
-- AWAITWISE_NEOVIM is the folder `editors/neovim`, EXPECTED the file with the text after both fixes.

local function report(line)
  io.stdout:write(line .. '\n')
end

local function check(name, condition, reason)
  report(condition and ('ok ' .. name) or ('failed ' .. name .. ': ' .. tostring(reason)))
  return condition
end

local function findings(buffer)
  local result = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(result, diagnostic)
  end
  table.sort(result, function(a, b)
    return a.lnum < b.lnum
  end)
  return result
end

local function codes(buffer)
  return table.concat(
    vim.tbl_map(function(diagnostic)
      return tostring(diagnostic.code or vim.tbl_get(diagnostic, 'user_data', 'lsp', 'code'))
    end, findings(buffer)),
    ' '
  )
end

local function wait_for_codes(buffer, wanted)
  vim.wait(20000, function()
    return codes(buffer) == wanted
  end, 20)
  return codes(buffer) == wanted, 'the findings are ' .. codes(buffer)
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local function underlined(buffer, diagnostic)
  local line = vim.api.nvim_buf_get_lines(buffer, diagnostic.lnum, diagnostic.lnum + 1, false)[1]
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end

-- The menu of code actions: takes the entry with the wanted title.
local wanted_title
local offered
vim.ui.select = function(items, options, on_choice)
  offered = {}
  for index, item in ipairs(items) do
    local title = options.format_item and options.format_item(item) or tostring(item)
    table.insert(offered, title)
    if title:find(wanted_title, 1, true) then
      on_choice(item, index)
      return
    end
  end
  on_choice(nil)
end

local function apply_fix(buffer, diagnostic, title, expected_line)
  wanted_title = title
  offered = {}
  vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
  vim.lsp.buf.code_action()
  vim.wait(20000, function()
    return text(buffer):find(expected_line, 1, true) ~= nil
  end, 20)
  return text(buffer):find(expected_line, 1, true) ~= nil,
    'the line is not there; offered was ' .. table.concat(offered, ' | ')
end

local function run()
  vim.opt.runtimepath:append(vim.env.AWAITWISE_NEOVIM)
  vim.opt.swapfile = false
  vim.cmd('filetype on')
  if vim.lsp.enable then
    vim.lsp.enable('awaitwise')
  else
    require('awaitwise').setup()
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.AWAITWISE_FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local original = text(buffer)

  if not check('findings appear when the file is opened', wait_for_codes(buffer, 'AW101 AW102')) then
    return
  end
  local first, second = findings(buffer)[1], findings(buffer)[2]
  check('the first finding underlines Task.Run', underlined(buffer, first) == 'Task.Run', underlined(buffer, first))
  check('the second finding underlines Task.Run', underlined(buffer, second) == 'Task.Run', underlined(buffer, second))
  check('the source is awaitwise', first.source == 'awaitwise', first.source)
  check('the severity is a warning', first.severity == vim.diagnostic.severity.WARN, first.severity)

  local line = 'var responseTask = client.GetServicesAsync(request);'
  check('the quick fix removes Task.Run', apply_fix(buffer, first, 'Remove Task.Run', line))
  check('the first finding is gone after its fix', wait_for_codes(buffer, 'AW102'))
  second = findings(buffer)[1] or second
  line = 'var response = client.GetData(request);'
  check('the quick fix calls GetData directly', apply_fix(buffer, second, "GetData' directly", line))
  -- Calling GetData directly leaves an async method that awaits nothing.
  check('both findings are gone, and async without await is shown', wait_for_codes(buffer, 'AW306'))
  local expected = table.concat(vim.fn.readfile(vim.env.EXPECTED), '\n') .. '\n'
  check('the buffer is the expected text', text(buffer) == expected, text(buffer))

  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(original:sub(1, -2), '\n'))
  check('findings come back with the old text', wait_for_codes(buffer, 'AW101 AW102'))

  local count = 0
  for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do
    count = count + 1
    check('the folder of the project is the root', client.config.root_dir == vim.env.AWAITWISE_ROOT,
      client.config.root_dir)
  end
  check('one client runs', count == 1, count)
end

local succeeded, message = pcall(run)
if not succeeded then
  report('failed the script: ' .. tostring(message))
end
vim.cmd('qall!')
