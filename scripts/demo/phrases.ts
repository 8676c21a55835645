/** How departments begin a reply: at any time, and where they looked into the matter. */
export const openings = {
  plain: ['', '感谢体验官指出。', '感谢反馈。', '来件收悉。'],
  online: ['经核实，情况属实。', '收到反馈后，{we}立即组织排查，情况属实。', '所提问题确实存在。'],
  hall: ['经核实，情况属实。', '收到反馈后，{we}当日到现场核查，情况属实。', '所提问题确实存在。'],
} as const;

/** How departments end a reply. */
export const closings = {
  usual: ['', '', '整改完成后请体验官复核。', '欢迎继续监督。', '完成后另行反馈。'],
  busy: ['', '整改方案已报批，', '目前正在推进，'].map((text) =>
    text === '' ? '完成后另行反馈。' : `${text}完成后另行反馈。`,
  ),
} as const;

/** What officers write about a check. `…` stands for what was still wrong. */
export const checks = {
  online: {
    failed: ['复核：…', '按原来的步骤重办一次：…', '换了手机和账号再试：…'],
    first: [
      '照原来的步骤试了一次，已按整改所说办理，隔几天换个时间再试。',
      '已看到变化，先不下结论，再请一位体验官试一次。',
      '当天系统升级，没有试成，另约时间。',
    ],
  },
  hall: {
    failed: ['复核：…', '到现场复核：…', '没有打招呼，又去了一次：…'],
    first: [
      '到现场看过，已按整改所说办理，过几天再随机看一次。',
      '已看到变化，先不下结论，再请一位体验官去一次。',
      '去时已近下班，没有看全，另约时间。',
    ],
  },
} as const;

/** What a department replies when the matter is not its own. */
export const misdirected = '经核，所反映的环节不由{we}管理，建议转有权单位办理，{we}将配合提供情况。';

/** Why a finding is withdrawn. */
export const withdrawals = {
  online: [
    '两名体验官换设备、换网络各试三次，没有再出现，无法核实，撤回。',
    '复查当日录屏，系体验官误入测试页面，不是正式系统，撤回。',
  ],
  hall: ['两名体验官分三天到场，均未再遇到，无法核实，撤回。', '复查当日录像和叫号记录，与所记不符，撤回。'],
} as const;

/** Severity as an office writes it. */
export const severityNames = { minor: '轻微', ordinary: '一般', serious: '较重' } as const;

/** What the office notes when two findings are one. */
export function merged(id: string): string {
  return `与 ${id} 是同一件事，合并办理，进展看该件。`;
}
