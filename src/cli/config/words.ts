import type { Localised } from '../../core/localised.ts'

const text = (zh: string, en: string): Localised => ({ 'zh-TW': zh, en })

/** What the command line says of configurations and plug-in rules. */
export const CONFIG_WORDS = {
  bad: text('設定檔 {path} 有誤：{detail}', 'Configuration {path}: {detail}'),
  badExtension: text('副檔名須是 {extensions}。', 'its name must end in {extensions}.'),
  line: text('第 {line} 行 ', 'line {line} '),
  several: text(
    '這個資料夾有多個設定檔：{files}。請只留一個，或以 --config 指定。',
    'There are several configurations here: {files}. Keep one, or name it with --config.',
  ),
  noneAndOne: text('--config 與 --no-config 不能一起使用。', '--config and --no-config do not go together.'),
  noPreset: text(
    'extends：沒有內建設定「{name}」，可用的有 {presets}。{near}其他設定檔請寫路徑，例如 ./base.json。',
    'extends: there is no preset “{name}”; there are {presets}. {near}Write other files as paths, such as ./base.json.',
  ),
  missing: text('extends：找不到檔案「{file}」。', 'extends: there is no file “{file}”.'),
  cycle: text('extends 繞成一圈：{chain}。', 'extends goes round in a circle: {chain}.'),
  badHost: text('hosts 裡的「{host}」不是主機名稱。', '“{host}” among the hosts is no name of a host.'),
  badBody: text(
    'bodies「{publisher}」：沒有機關「{body}」。{near}代號與全名見 odbadge catalogue --reporter json。',
    'bodies “{publisher}”: there is no body “{body}”. {near}See odbadge catalogue --reporter json for ids and names.',
  ),
  badException: text(
    'agencies「{agency}」的 exceptions：「{date}」不是日期。',
    'agencies “{agency}”, exceptions: “{date}” is no date.',
  ),
  near: text('您是指 {like} 嗎？', 'Did you mean {like}? '),

  badPlugin: text('外加規則 {file} 無法使用：{detail}', 'The rules in {file} cannot be used: {detail}'),
  noRules: text(
    '沒有匯出任何規則。請匯出以 defineRule 寫成的規則，或規則的陣列。',
    'it exports no rule. Export rules made by defineRule, or a list of them.',
  ),
  badRule: text('「{rule}」的 {field} 不正確：{asked}。', '“{rule}”: {field} is wrong: {asked}.'),
  clash: text(
    '規則代號「{rule}」已由{owner}使用，請改用別的代號。',
    'the id “{rule}” is taken by {owner}; choose another.',
  ),
  builtIn: text('內建規則', 'a built-in rule'),
  askId: text(
    '要寫成「指標/名稱」，指標是 {indicators} 之一，例如 structure/my-rule',
    'it must be indicator/name with an indicator of {indicators}, e.g. structure/my-rule',
  ),
  askIndicator: text('要與 id 的開頭相同', 'it must be what the id begins with'),
  askSeverity: text('要是 blocking 或 advice', 'it must be blocking or advice'),
  askAbout: text('要是 resource 或 dataset', 'it must be resource or dataset'),
  askTexts: text('要有 zh-TW 與 en 兩種文字', 'it needs a text in zh-TW and one in en'),
  askMessages: text('至少要有一則訊息', 'it needs one message at least'),
  askNeeds: text('要是這些名稱的陣列：{names}', 'it must be a list of these names: {names}'),
  askCheck: text('要是函式', 'it must be a function'),

  dead: text('設定檔裡有用不到的設定：', 'The configuration has settings of no use:'),
  deadRule: text('沒有規則「{name}」。{near}', 'there is no rule “{name}”. {near}'),
  deadSame: text(
    '規則「{name}」本來就是 {setting}，這項設定沒有作用。',
    'rule “{name}” is {setting} anyway; this changes nothing.',
  ),
  deadAgency: text('沒有任何提供機關的名稱含「{name}」。', 'no publisher has “{name}” in its name.'),
  deadHost: text('沒有任何連結在主機「{name}」上。', 'no link leads to the host “{name}”.'),
  deadBody: text('沒有提供機關叫「{name}」。', 'no publisher is called “{name}”.'),
  deadContact: text(
    '「{name}」的資料集都已填聯絡人，或沒有這個機關的資料集。',
    'every dataset of “{name}” names a contact itself, or there is none.',
  ),
} as const satisfies Record<string, Localised>
