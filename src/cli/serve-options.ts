import type { CommandModule } from 'yargs'
import type { Language, Localised } from '../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

export const SERVE_WORDS = {
  serve: text(
    '把一個資料夾的稽核紀錄開成唯讀網頁與 JSON API：歷次稽核、趨勢、比較、資料集歷程、下載',
    'a read-only web page and JSON API over a folder of ledgers: audits, trend, comparison, datasets over time',
  ),
  folder: text(
    '放稽核紀錄（*.ndjson，可在子資料夾）的資料夾',
    'folder with ledgers (*.ndjson, also in subfolders)',
  ),
  host: text(
    '監聽的位址；預設只有本機連得到',
    'address to listen on; by default only this machine can connect',
  ),
  port: text('連接埠，0 表示任一可用的', 'port; 0 means any that is free'),
  token: text(
    '必須出示的權杖（建議改用環境變數 ODBADGE_TOKEN，才不會出現在處理程序清單）',
    'token that has to be shown (better: ODBADGE_TOKEN in the environment, which process lists do not show)',
  ),
  listening: text('請開啟 {url}（Ctrl-C 結束）', 'Open {url} (Ctrl-C ends it)'),
  withToken: text(
    '第一次請在網址後面加上 ?token=權杖。',
    'The first time, add ?token=… with your token to the address.',
  ),
  open: text(
    '提醒：其他電腦也連得到，而且沒有設定權杖（--token）。',
    'Note: other machines can connect, and there is no token (--token).',
  ),
  noFolder: text('無法讀取資料夾 {path}：{detail}', 'Cannot read the folder {path}: {detail}'),
  notFolder: text('{path} 不是資料夾。', '{path} is no folder.'),
  badPort: text('--port 必須是 0 到 65535 的整數。', '--port must be a whole number from 0 to 65535.'),
  badToken: text(
    '權杖只能用 1 到 200 個英文、數字與符號（不含空白）。',
    'A token is 1 to 200 ASCII characters without spaces.',
  ),
  cannotListen: text('無法在 {host}:{port} 提供服務：{detail}', 'Cannot listen on {host}:{port}: {detail}'),
} as const satisfies Record<string, Localised>

export function serveOptions(language: Language) {
  const describe = (word: keyof typeof SERVE_WORDS) => SERVE_WORDS[word][language]
  return {
    host: { describe: describe('host'), type: 'string', requiresArg: true, default: '127.0.0.1' },
    port: { describe: describe('port'), type: 'number', requiresArg: true, default: 8017 },
    token: { describe: describe('token'), type: 'string', requiresArg: true },
  } as const
}

export function serveModule(language: Language, done: (code: number) => void): CommandModule<object, object> {
  return {
    command: 'serve <folder>',
    describe: SERVE_WORDS.serve[language],
    builder: (command) =>
      command
        .positional('folder', {
          describe: SERVE_WORDS.folder[language],
          type: 'string',
          demandOption: true,
        })
        .options(serveOptions(language))
        .example('odbadge serve reports/', '')
        .example('odbadge serve reports/ --port 0 --lang en', '')
        .example('ODBADGE_TOKEN=… odbadge serve reports/ --host 0.0.0.0', ''),
    handler: async (args) => {
      const { serveCommand } = await import('./serve.ts')
      done(await serveCommand({ ...(args as unknown as Parameters<typeof serveCommand>[0]), language }))
    },
  }
}
