import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems of medical insurance, pensions, work and talent. */
export const socialStories: readonly Story[] = [
  {
    category: 'steps',
    place: 'hall',
    severity: 'serious',
    services: ['chronic-illness'],
    slots: {
      illness: [
        '高血压|high blood pressure',
        '糖尿病|diabetes',
        '冠心病|heart disease',
        '慢阻肺|chronic lung disease',
      ],
      n: [3, 4],
    },
    titles: [
      w(
        '{illness}门诊认定：写着“一次办结”，要跑两家医院盖章',
        'Approval for {illness}: “one visit” means stamps from two hospitals',
      ),
      w(
        '认定{illness}跑了{n}趟，医院和窗口各说各的',
        '{n} trips to have {illness} approved, hospital and counter at odds',
      ),
    ],
    description: w(
      '替父亲办{illness}门诊认定，指南写“一次办结”。到{hall}被告知要先由就诊医院盖章，再到指定医院复核盖章，前后{n}趟，用了九天。',
      'Applying for a father’s {illness}, the guide promised one visit. The {hall} wanted a stamp from his own hospital and another from a listed one: {n} trips in nine days.',
    ),
    reply: '两次盖章系沿用旧规程。已与卫生健康部门商定，由医院直接上传认定材料，不再让患者传递。',
    half: { remedy: '取消指定医院盖章。', still: '少了一家，仍要患者自己把病历送到窗口。' },
    remedy: '就诊医院当场认定、网上直传，次日生效，患者不用再到窗口。',
    remedyKind: 'mechanism',
    now: w(
      '在两家医院各试一例，当场认定，次日手机可查，没有盖章。',
      'Tried at two hospitals: approved on the spot, visible on the phone next day, no stamps.',
    ),
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'ordinary',
    services: ['remote-care'],
    slots: {
      y: [2, 5],
      place: [
        '女儿所在城市|the daughter’s city',
        '儿子所在城市|the son’s city',
        '外省老家|a home town in another province',
      ],
    },
    titles: [
      w(
        '长住{place}的退休老人，每年要再证明一次住在哪',
        'Retired in {place}: proof of residence wanted again every year',
      ),
      w(
        '异地安置备案到期没人提醒，住院才发现已失效',
        'Out-of-area registration lapsed unnoticed until the hospital bill came',
      ),
    ],
    description: w(
      '父母随子女长住{place}已经{y}年，备案每年到期，须重新上传居住证明。到期没有提醒，今年住院结算时才发现已经失效，先垫付了六千多元。',
      'The parents have lived in {place} for {y} years. The registration lapses every year and proof must be sent again. Without a reminder they noticed in hospital, and had to advance over six thousand yuan.',
    ),
    reply: '长期居住人员的备案按规定可长期有效，我市系统仍按一年设置，情况属实。垫付费用可补报。',
    half: { remedy: '到期前三十天发送提醒短信。', still: '短信收到了，仍要重新上传全部证明。' },
    remedy: '长期居住备案改为一次备案、长期有效，居住地变了才需变更；今年失效的已批量恢复。',
    remedyKind: 'mechanism',
    now: w(
      '查三位老人的备案，有效期都改为“长期”，异地刷卡正常结算。',
      'Three retired people checked: all “long term” now, and the hospital settled directly.',
    ),
  },
  {
    category: 'unanswered',
    place: 'online',
    severity: 'ordinary',
    services: ['reimbursement'],
    slots: { d: [24, 55], n: [8, 10], m: [5, 7] },
    titles: [
      w(
        '零星报销交了{d}天，进度只能打电话问',
        'Expense claim: {d} days on, the phone is the only way to ask',
      ),
      w('报销单据交上去{d}天，拨{n}次电话{m}次占线', 'Claim filed {d} days ago: {m} of {n} calls engaged'),
    ],
    description: w(
      '住院费用单据交了{d}天，手机端查不到进度。指南让打电话，上午拨{n}次，{m}次占线，接通后答“在排队审核”，问不到第几位。',
      'The hospital bills were handed in {d} days ago and the app shows nothing. Of {n} calls in a morning {m} were engaged, and the answer was “in the queue”, place unknown.',
    ),
    reply: '零星报销为手工审核，近期积压较多。已增派人员清理，并着手把进度接入手机端。',
    half: { remedy: '增加两名审核人员，清理积压。', still: '这笔钱到账了，新交的一笔仍查不到进度。' },
    remedy: '收件即发编号，手机端可看审核到哪一步；三十天未办结的主动说明原因。',
    remedyKind: 'mechanism',
    now: w(
      '新交一笔，手机端显示五个环节，每一步都有日期和经办科室。',
      'A new claim shows five stages in the app, each with its date and section.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    services: ['maternity'],
    slots: { d: [6, 15], n: [2, 3] },
    titles: [
      w(
        '生育津贴少算{d}天，窗口说“系统只认整月”',
        'Maternity allowance {d} days short: “the system counts whole months”',
      ),
      w('同样剖宫产，生育津贴天数算出{n}个数', 'Same birth, {n} different counts of maternity days'),
    ],
    description: w(
      '在{hall}核对生育津贴，核定天数比规定少{d}天，窗口说“系统只认整月”。另一窗口重算，结果又不一样。工作人员给不出算式。',
      'Checking a maternity allowance at the {hall}, the days granted were {d} short: “the system counts whole months”. Another counter found a different number, and nobody could show the sum.',
    ),
    reply: '经复核，少算部分系系统取整所致，已补发。{we}将清查今年以来同类情形。',
    half: { remedy: '为该市民补发差额。', still: '这一位补了，换一例试算仍按整月取整。' },
    remedy: '修正取整规则，核定单上列出算式；清查出的少算人员已逐人补发。',
    remedyKind: 'mechanism',
    now: w(
      '三例试算与规定相符，核定单写明天数怎样得来。',
      'Three test cases agree with the rule, and the notice shows how the days add up.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    services: ['family-account'],
    slots: { n: [3, 6], kin: ['母亲|mother', '父亲|father', '妻子|wife', '孩子|child'] },
    titles: [
      w(
        '家庭共济绑好了，{kin}买药还是扣不了',
        'Family account linked, yet the {kin}’s medicine is not covered',
      ),
      w(
        '给{kin}绑定医保共济，试了{n}家药店都说“余额不足”',
        'Linked the {kin}: {n} pharmacies say “insufficient balance”',
      ),
    ],
    description: w(
      '手机上给{kin}绑定家庭共济，提示成功。到{n}家定点药店结算，都显示“余额不足”，只能付现金。药店说“绑定要等”，问等多久，不知道。',
      'Linking the {kin} succeeded in the app. At {n} listed pharmacies the till said “insufficient balance” and cash was needed. “It takes a while”, nobody knew how long.',
    ),
    reply: '绑定信息次日才同步至药店，页面未说明；部分药店接口版本较旧。已通知升级。',
    half: { remedy: '页面注明“次日生效”。', still: '等到第三天再试，其中一家药店仍不能用。' },
    remedy: '绑定信息改为实时同步，全部定点药店接口升级，未升级的在地图上标出。',
    remedyKind: 'mechanism',
    now: w(
      '绑定后十分钟，在三家药店都能结算。',
      'Ten minutes after linking, three pharmacies settled from the account.',
    ),
    transfer: '药店结算接口由省级医保平台统一升级，本市无法单独修改，已转省平台并附故障记录。',
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'serious',
    services: ['social-card'],
    slots: { d: [12, 25] },
    titles: [
      w(
        '补办社保卡，旧卡先停、新卡{d}天才到，看病只能自付',
        'Card replaced: the old one stops, the new one takes {d} days, and care is paid in cash',
      ),
      w('社保卡补办期间成了“没卡的人”，一等{d}天', '{d} days without a social security card'),
    ],
    description: w(
      '在{hall}补办社保卡，旧卡当场停用，新卡{d}天后才寄到。其间去医院，电子卡也提示“卡状态异常”，两次门诊全部自付。',
      'At the {hall} the old card was stopped at once and the new one came {d} days later. Meanwhile the electronic card said “abnormal state”, and two visits to the doctor were paid in cash.',
    ),
    reply: '换卡期间电子社保卡应可正常使用，系状态同步故障。自付费用可凭票补报。',
    half: { remedy: '修复该市民的电子卡状态。', still: '另一位补卡的市民，电子卡仍显示异常。' },
    remedy: '全市大厅配备即时制卡机，立等可取；电子卡在换卡期间保持可用。',
    remedyKind: 'mechanism',
    now: w(
      '补办一张，十一分钟拿到新卡，电子卡全程可用。',
      'A replacement took eleven minutes, and the electronic card worked throughout.',
    ),
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'ordinary',
    services: ['pension-transfer'],
    slots: { d: [40, 75], n: [5, 9] },
    titles: [
      w(
        '养老保险转移：转出地说转了，转入地说没收到',
        'Pension transfer: sent, says one office; never received, says the other',
      ),
      w(
        '养老关系转了{d}天，两头打了{n}个电话还在互等',
        'Pension transfer after {d} days and {n} calls: each office waits for the other',
      ),
    ],
    description: w(
      '申请养老保险关系转移{d}天，转出地说已转，我市窗口说没收到。前后打{n}个电话，两边都让问对方。',
      'After {d} days the office in the other city says that the record was sent, ours says that nothing came. In {n} calls each side pointed to the other.',
    ),
    reply: '因对方报送信息中一项代码有误，被系统退回而未通知。已人工联系更正并办结。',
    half: { remedy: '该件已人工办结。', still: '这一件办了，系统退回仍然不通知本人。' },
    remedy: '系统退回即发短信说明卡在哪一方，超过二十天由{we}主动与对方联系，不再让参保人传话。',
    remedyKind: 'mechanism',
    now: w(
      '跟踪两件，退回当天都收到短信，写明卡在哪一方、谁在办。',
      'Two cases followed: each return was announced the same day, with who has to act.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    severity: 'serious',
    services: ['pension-check'],
    slots: { a: [81, 93], n: [6, 10] },
    titles: [
      w(
        '{a}岁老人对着手机眨眼{n}次，养老认证还是不过',
        'A {a}-year-old blinks {n} times at the phone, and the pension check still fails',
      ),
      w(
        '卧床老人认证养老待遇，被要求“站到亮处”',
        'Bedridden pensioner told by the app to “stand in better light”',
      ),
    ],
    description: w(
      '陪{a}岁卧床老人做养老待遇资格认证，眨眼{n}次都不通过，语音提示“请站到亮处”。电话咨询，答“那就抬到大厅来”。',
      'Helping a bedridden pensioner of {a}: after {n} blinks the check still failed and the voice said “stand in better light”. The enquiry line: “then bring them to the hall”.',
    ),
    reply: '答复人员态度不当，已严肃批评。行动不便的老人可由社区上门认证，不应要求到场。',
    half: {
      remedy: '已安排社区上门为老人认证。',
      still: '页面上仍没有“上门认证”的入口，换一位老人又从头来过。',
    },
    remedy: '先由系统比对就医、乘车等记录自动认证，比对不上的由社区上门，不再要求本人操作。',
    remedyKind: 'mechanism',
    now: w(
      '走访六位高龄老人，四位已自动通过，两位由社区上门办好。',
      'Of six aged pensioners visited, four passed automatically and two were visited at home.',
    ),
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'serious',
    services: ['jobless'],
    slots: { d: [15, 35] },
    titles: [
      w(
        '领失业金要原单位点“确认”，单位失联就卡住',
        'Unemployment benefit waits for an employer that no longer exists',
      ),
      w(
        '公司搬空了，失业保险金申领等“单位确认”等了{d}天',
        '{d} days waiting for “employer confirmation” from an empty office',
      ),
    ],
    description: w(
      '申领失业保险金，页面停在“等待单位确认”。原单位已经搬空，电话停机。{d}天里没有别的办法，窗口说“要么找到单位，要么去仲裁”。',
      'The claim stopped at “waiting for the employer”. The firm has left and its phone is dead. For {d} days there was no other way: “find them or go to arbitration”.',
    ),
    reply: '规定并未要求单位确认，系统流程设置不当。该件已凭解除劳动关系证明受理。',
    half: { remedy: '该件已受理发放。', still: '新申领者仍先进入“等待单位确认”。' },
    remedy: '取消单位确认环节，由系统核对参保状态；停保满一月即可申领。',
    remedyKind: 'mechanism',
    now: w(
      '两位失业市民申领，没有单位参与，三个工作日核准。',
      'Two claimants were approved in three working days without any employer.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'ordinary',
    services: ['flexible-workers'],
    slots: { diff: [180, 640] },
    titles: [
      w(
        '灵活就业缴费基数，两个网站相差{diff}元',
        'Self-employed contribution base: two websites {diff} yuan apart',
      ),
      w(
        '灵活就业每月交多少，社保页面和缴费页面对不上',
        'What the self-employed pay: insurance page and payment page disagree',
      ),
    ],
    description: w(
      '灵活就业人员的最低缴费基数，社保页面与缴费页面相差{diff}元。按前者算好去缴，系统提示“金额有误”，要多交。',
      'The lowest contribution base for the self-employed differs by {diff} yuan between two pages. Paying by the first one, the system says “wrong amount” and wants more.',
    ),
    reply: '新基数公布后，{we}页面更新晚了，造成两处不一致。已更正，并向受影响人员短信说明。',
    half: { remedy: '社保页面数字已更正。', still: '数字一致了，计算器仍用旧基数。' },
    remedy: '基数由一处发布、各处引用，页面写明适用年度和计算例子。',
    remedyKind: 'mechanism',
    now: w(
      '两个页面和计算器算出同一个数，按此缴费一次成功。',
      'Both pages and the calculator agree, and the payment went through.',
    ),
  },
  {
    category: 'guide',
    place: 'online',
    severity: 'minor',
    services: ['talent-subsidy'],
    slots: { n: [5, 9], d: [30, 60] },
    titles: [
      w(
        '人才补贴名单公示，下载{n}个附件才查到自己',
        'Talent subsidy list: {n} attachments to find one’s own name',
      ),
      w('人才补贴发放时间写“适时”，申请人等了{d}天', 'Talent subsidy “in due course”: {d} days so far'),
    ],
    description: w(
      '人才补贴审核后，名单分{n}个压缩附件公示，不能搜索。发放时间写“适时发放”，{d}天后仍未到账，也没有人能说清。',
      'The list of approved talent subsidies comes in {n} zipped attachments that cannot be searched. Payment is “in due course”: {d} days later nothing had come.',
    ),
    reply: '公示格式沿用旧例，确有不便。补贴资金已拨付，今后写明到账时间。',
    half: { remedy: '将附件合并为一个文件。', still: '合并了，仍是扫描图片，搜不到名字。' },
    remedy: '申请人登录即见本人审核结果和预计到账日期，公示名单可检索。',
    remedyKind: 'mechanism',
    now: w(
      '登录后直接看到结果和日期，到账比写明的早一天。',
      'The result and date show after signing in, and the money came a day early.',
    ),
  },
];
