import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems that any service offered in a hall can have. */
export const hallStories: readonly Story[] = [
  {
    category: 'guide',
    place: 'hall',
    severity: 'ordinary',
    slots: { n: [2, 3] },
    titles: [
      w(
        '指南没有写，窗口却要{paper}：{service}多跑{n}趟',
        '{service}: the {paper}, not in the guide, cost {n} extra trips',
      ),
      w(
        '{service}窗口另要{paper}，办事指南一个字没提',
        '{service}: the counter wants the {paper}, which the guide never mentions',
      ),
    ],
    description: w(
      '按网上指南备齐材料到{hall}办{service}，窗口要求另交{paper}。指南和一次性告知单都没有这一项，来回多跑{n}趟。',
      'Brought everything that the {service} guide lists to the {hall}. The counter also wanted the {paper}, which neither the guide nor the checklist names. It took {n} more trips.',
    ),
    reply: '经查，该项材料可由内部核验取得，窗口要求提交没有依据。已对当班人员提醒，并核对各窗口口径。',
    half: { remedy: '已口头通知各窗口不再收取。', still: '换一个窗口再办，仍被要求提交。' },
    remedy: '取消该项材料，改由系统核验；指南、告知单和窗口口径一并更新。',
    remedyKind: 'mechanism',
    now: w(
      '在两个窗口各办一次，都没有再要；告知单已经重印。',
      'Tried two counters, and neither asked for it. The checklist has been reprinted.',
    ),
    refusal: {
      reason: 'already-rule',
      note: '该材料为上位规定要求提交，并非窗口自行增加。指南未写明是{we}疏漏，已补写，材料本身不能取消。',
    },
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    slots: { n: [6, 10], m: [3, 5] },
    titles: [
      w(
        '{paper}已在网上传过，到窗口又要交纸质的',
        '{service}: the {paper}, already uploaded, is wanted again on paper',
      ),
      w('{service}网上传一遍，窗口再交一遍', '{service}: once online, once more on paper'),
    ],
    description: w(
      '{service}网上预审已经通过，到{hall}时窗口要求再交一份纸质{paper}，说是“留底”。同一时段{n}位办事人里，{m}位折返去打印。',
      'The online check for the {service} was passed, yet the {hall} wanted the {paper} again on paper “for the file”. Of {n} people at that time, {m} had to turn back and print.',
    ),
    reply: '网上材料已具有同等效力，不应重复收取。已要求窗口直接调用网上材料。',
    half: { remedy: '窗口配备打印机，由工作人员代为打印。', still: '改成窗口代打印，但仍要本人在每页签字。' },
    remedy: '窗口直接调用网上材料，电子归档，不再收纸质件。',
    remedyKind: 'mechanism',
    now: w(
      '空手到窗口，刷证件调出全部材料，六分钟办完。',
      'Came empty-handed: the counter called everything up by identity card, six minutes in all.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    slots: {
      topic: [
        '要不要本人到场|whether to come in person',
        '能不能先交后补|whether papers may follow',
        '去哪里盖章|where to have it stamped',
        '费用由谁承担|who bears the cost',
        '从哪天起算|from which day it counts',
      ],
    },
    titles: [
      w('同问{service}{topic}，三个窗口三种说法', '{service}: three counters, three answers on {topic}'),
      w('{service}{topic}，一天问出三个答案', '{service}: three answers in one day on {topic}'),
    ],
    description: w(
      '在{hall}向三个窗口问同一个问题：办{service}，{topic}？得到三种说法，其中一种与指南相反。三位工作人员都很肯定。',
      'At the {hall} we asked three counters about the {service}: {topic}? There were three answers, one of them against the guide. All three clerks were quite sure.',
    ),
    reply: '窗口对新规定掌握不一，暴露出培训不到位。已组织统一学习，并编写问答口径。',
    half: { remedy: '组织窗口人员培训一次。', still: '换到下午班次再问，说法仍不一致。' },
    remedy: '编写统一问答并上墙、上系统，每周抽测，新人先考后上岗。',
    remedyKind: 'mechanism',
    now: w(
      '上午、下午各问两个窗口，四个回答一致，都拿得出依据。',
      'Two counters in the morning, two in the afternoon: four equal answers, each with its rule.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    titles: [
      w(
        '{service}在别处一次办成，到{hall}要补{paper}',
        '{service}: done at once elsewhere, but the {hall} also wants the {paper}',
      ),
      w('{service}换个大厅就多一份{paper}', '{service}: another hall, one more paper'),
    ],
    description: w(
      '两名体验官同一天带同样的材料办{service}：一人在别的大厅一次办成，一人在{hall}被要求补{paper}。当班人员说“我们这里一直这样”。',
      'On one day two officers took the same papers for the {service}. One was done at once at another hall, the other was told by the {hall} to add the {paper}: “we have always done it so”.',
    ),
    reply: '各大厅执行标准应当一致。{we}已下发统一标准，并请该大厅当日纠正。',
    half: { remedy: '已请该大厅纠正。', still: '当班的人改了，轮班的另一位仍按老办法。' },
    remedy: '全市统一收件清单并写入系统，清单以外的材料系统不让收。',
    remedyKind: 'mechanism',
    now: w(
      '走了三个大厅，材料、步骤、时限都一样。',
      'Three halls tried: same papers, same steps, same time.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'ordinary',
    slots: { m: [35, 70] },
    titles: [
      w(
        '公示“中午不间断”，十二点后{service}窗口没有人',
        '{service}: “open through lunch”, but nobody there after twelve',
      ),
      w('{hall}中午{service}窗口空了{m}分钟', '{service}: counter empty for {m} minutes at lunch, {hall}'),
    ],
    description: w(
      '{hall}门口公示“中午不间断服务”。12:05到{service}窗口，座位空着，没有告示。等了{m}分钟才有人来，其间又来了四位办事人。',
      'The {hall} advertises “no lunch break”. At 12:05 the {service} counter was empty, with no notice. Somebody came after {m} minutes, and four more people had joined by then.',
    ),
    reply: '当日值班人员临时外出，未安排替岗，确属管理疏漏。已对值班表重新排定。',
    half: { remedy: '重新排定中午值班表。', still: '值班表排了，当天12:20仍然空岗二十分钟。' },
    remedy: '实行双人值班、离岗必替，大厅屏幕实时显示在岗窗口。',
    remedyKind: 'mechanism',
    now: w('随机去了四个中午，窗口都有人。', 'Four random lunch hours, and somebody was always there.'),
  },
  {
    category: 'waiting',
    place: 'hall',
    severity: 'ordinary',
    slots: { wait: [45, 110], m: [5, 9], k: [14, 38] },
    titles: [
      w(
        '{service}排队{wait}分钟，办理只用{m}分钟',
        '{service}: {wait} minutes in the queue, {m} at the counter',
      ),
      w(
        '{hall}办{service}：前面{k}个人，等了{wait}分钟',
        '{service} at the {hall}: {k} people ahead, {wait} minutes of waiting',
      ),
    ],
    description: w(
      '上午9:30到{hall}取号办{service}，前面{k}人，等了{wait}分钟，办理用时{m}分钟。四个窗口开了两个，旁边的综合窗口空着。',
      'Took a ticket for the {service} at the {hall} at 9:30 with {k} people ahead. The wait was {wait} minutes, the business {m} minutes. Two of four counters were open, and the general counter next to them stood idle.',
    ),
    reply: '高峰时段窗口开放不足。已将综合窗口纳入统一叫号，忙时增开。',
    half: { remedy: '高峰时段增开一个窗口。', still: '多开了一个窗口，仍等了四十七分钟。' },
    remedy: '等候超过二十分钟自动增开窗口，号源与综合窗口打通，等候时间上屏公布。',
    remedyKind: 'mechanism',
    now: w(
      '周一上午、周五下午各去一次，分别等了十二分钟和八分钟。',
      'Went on a Monday morning and a Friday afternoon: twelve and eight minutes.',
    ),
  },
  {
    category: 'guide',
    place: 'hall',
    severity: 'minor',
    slots: {
      n: [8, 10],
      m: [4, 6],
      field: [
        '“所属类别”|“category”',
        '“经办机构”|“handling body”',
        '“申请依据”|“grounds”',
        '“单位编号”|“unit number”',
      ],
    },
    titles: [
      w(
        '{service}的表没有样表，{n}个人里{m}个填错',
        '{service}: no sample form, and {m} of {n} people fill it in wrongly',
      ),
      w('{service}表上的{field}，没人知道填什么', '{service}: nobody knows what to put under {field}'),
    ],
    description: w(
      '在{hall}观察一个上午，{n}人填{service}表格，{m}人因{field}一栏填错被退回。台面没有样表，指南里也没有说明。',
      'Watched one morning at the {hall}: of {n} people filling in the {service} form, {m} were sent back for the line {field}. There is no sample on the desk and no word in the guide.',
    ),
    reply: '样表确未上架。已印制并放到填表台，同时在网上公布。',
    half: { remedy: '填表台放了样表。', still: '样表有了，但那一栏在样表上也是空的。' },
    remedy: '样表逐栏注明填法，能由系统带出的栏目不再让填。',
    remedyKind: 'one_off',
    now: w(
      '表格少了五栏，观察九人填写，没有人被退回。',
      'The form lost five lines. Nine people watched, none sent back.',
    ),
  },
  {
    category: 'access',
    place: 'hall',
    severity: 'ordinary',
    slots: { h: [148, 162] },
    titles: [
      w('坐轮椅办{service}，自助机屏幕够不到', '{service}: a kiosk that cannot be reached from a wheelchair'),
      w(
        '{hall}自助机屏幕高{h}厘米，坐轮椅办不了{service}',
        '{service}: kiosk screen at {h} cm, out of reach from a wheelchair, {hall}',
      ),
    ],
    description: w(
      '坐轮椅的体验官到{hall}自助机办{service}，屏幕上沿离地{h}厘米，够不到“确认”。旁边的低位窗口堆着宣传册。',
      'An officer in a wheelchair tried the {service} kiosk at the {hall}. The top of the screen is at {h} cm and “confirm” out of reach. The low counter next to it is piled with leaflets.',
    ),
    reply: '设备采购时未考虑低位操作。先清出低位窗口专人服务，再加装低位操作屏。',
    half: { remedy: '已清理低位窗口。', still: '低位窗口清出来了，但没有人值守，按铃无人应答。' },
    remedy: '两台自助机加装低位触屏，低位窗口按铃一分钟内有人到。',
    remedyKind: 'one_off',
    now: w(
      '坐轮椅独立办完，用时七分钟；按铃四十秒有人到。',
      'Finished from the wheelchair in seven minutes. The bell brought somebody in forty seconds.',
    ),
    refusal: {
      reason: 'cost',
      note: '更换设备需列入下一年度预算，本年度无此项经费。低位窗口已安排专人，自助机暂不改造。',
    },
  },
  {
    category: 'system',
    place: 'hall',
    severity: 'ordinary',
    slots: { n: [4, 6], m: [2, 3] },
    titles: [
      w('{hall}{n}台自助机，{m}台打不出{result}', '{hall}: {m} of {n} kiosks cannot print the {result}'),
      w('自助机能办{service}，打{result}时卡住', '{service}: the kiosk jams when printing the {result}'),
    ],
    description: w(
      '{hall}{n}台自助机都标着可办{service}，逐台试，{m}台在打印{result}时报“缺纸”，仓里其实有纸。屏幕上没有报修电话。',
      'All {n} kiosks of the {hall} offer the {service}. We tried each: {m} of them report “no paper” when printing the {result}, with paper in the tray. No number to call is shown.',
    ),
    reply: '打印模块传感器老化，已报修。巡检由每月一次改为每日一次。',
    half: { remedy: '故障设备已维修。', still: '修好一台，另一台三天后又报缺纸。' },
    remedy: '更换打印模块，每日开门前巡检并签字，机身贴报修二维码。',
    remedyKind: 'one_off',
    now: w(
      '逐台打印一遍，全部正常；扫码报修，十五分钟有人来。',
      'Every kiosk printed. A test report by code brought somebody in fifteen minutes.',
    ),
    transfer: '自助机由大厅管理单位统一采购和维护，不由{we}管理，已转该大厅管理单位，并请其公布报修电话。',
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'minor',
    slots: { d: [6, 18] },
    titles: [
      w(
        '{hall}复印机坏了{d}天，办{service}要出门找打印店',
        '{hall}: copier broken for {d} days, so {service} means finding a copy shop',
      ),
      w(
        '办{service}要复印，大厅却没有一台能用的复印机',
        '{service} needs copies, and the hall has no working copier',
      ),
    ],
    description: w(
      '到{hall}办{service}需要复印两页，复印机贴着“故障”，日期已过去{d}天。最近的打印店要过一条马路，一页两元。',
      'Two pages had to be copied for the {service}. The copier of the {hall} has carried a “broken” note for {d} days. The nearest shop is across the road, at two yuan a page.',
    ),
    reply: '维修合同到期未及时续签，造成停用。已更换设备，并公布免费复印范围。',
    half: { remedy: '已联系维修。', still: '修好两天后又坏，告示重新贴上。' },
    remedy: '换新复印机两台，窗口也可代为扫描，多数材料不再需要复印。',
    remedyKind: 'one_off',
    now: w(
      '当场免费复印六页；窗口说其中四页已可以不交。',
      'Six pages copied free of charge. The counter says four are no longer needed.',
    ),
    transfer: '复印设备属大厅公共设施，由所在区大厅管理单位负责，已转该单位办理。',
  },
  {
    category: 'waiting',
    place: 'hall',
    severity: 'minor',
    slots: { t: ['九点|nine', '十点|ten', '两点|two', '三点|three'], m: [25, 60] },
    titles: [
      w('约好{t}办{service}，到场还要重新取号排队', '{service}: booked for {t} o’clock, then queue again'),
      w(
        '{hall}预约等于没约：办{service}又等{m}分钟',
        '{hall}: a booking for {service} still meant {m} minutes of waiting',
      ),
    ],
    description: w(
      '网上约好{t}办{service}，准时到{hall}，被告知预约号要与现场号一起排，又等了{m}分钟。屏幕上没有预约队列。',
      'Booked the {service} for {t} o’clock and came on time. The {hall} put bookings into the common queue, which meant {m} more minutes. The screen shows no line for bookings.',
    ),
    reply: '叫号系统未区分预约号与现场号。已协调设备单位增加预约队列。',
    half: { remedy: '安排导办人员引导预约群众。', still: '导办员在时能优先，导办员不在时照样排队。' },
    remedy: '预约号到点自动插入队首，前后不超过十分钟，迟到的顺延。',
    remedyKind: 'mechanism',
    now: w(
      '三次预约，分别等了三分钟、零分钟和六分钟。',
      'Three bookings: three, zero and six minutes of waiting.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'serious',
    slots: { n: [3, 4] },
    titles: [
      w('{service}退件{n}次，每次理由都不一样', '{service}: returned {n} times, each time for a new reason'),
      w(
        '{service}来回改了{n}遍，没有人一次说全',
        '{service}: {n} rounds of corrections, never the full list',
      ),
    ],
    description: w(
      '在{hall}办{service}，先后退件{n}次：第一次说签名位置不对，第二次说缺{paper}，后来又说格式要换。每次都只说一处，没有书面告知。',
      'At the {hall} the {service} application was returned {n} times. First the signature was in the wrong place, then the {paper} was missing, then the layout had to change. One reason at a time, never in writing.',
    ),
    reply: '当班人员未执行一次性告知制度，情况属实。已约谈并向当事人致歉，该件当日办结。',
    half: { remedy: '该件已办结，对当班人员批评教育。', still: '另交一件，退件时仍只说了一处。' },
    remedy: '退件必须由系统出具书面清单，一次列全；同一件第二次退回须科长签字。',
    remedyKind: 'mechanism',
    now: w(
      '有意少带两样材料，窗口一次列全并打印清单，补齐后当场受理。',
      'Two papers left out on purpose: the counter listed both in print at once, and took the application when they came.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'serious',
    titles: [
      w('{service}不予受理只口头说，没有一张纸', '{service}: refused by word of mouth, nothing in writing'),
      w(
        '{hall}窗口一句“办不了”，{service}就此没了下文',
        '{service} at the {hall}: “can’t be done”, and that was that',
      ),
    ],
    description: w(
      '在{hall}办{service}，窗口看了一眼材料说“办不了”。问缺什么、依据是什么，答“规定就是这样”。要书面告知，说没有这种单子。',
      'The {hall} counter glanced at the {service} papers and said “can’t be done”. What was missing, and by which rule? “That is the rule.” There was no form for a written notice.',
    ),
    reply: '不予受理应当出具书面告知，当班人员做法不当。已补发告知单并说明补正办法。',
    half: { remedy: '已向当事人补发告知单。', still: '窗口仍先口头回绝，追问两次才打印。' },
    remedy: '叫号即立案，不受理必须打印告知单才能叫下一号，告知单上写明依据和复核途径。',
    remedyKind: 'mechanism',
    now: w(
      '带不齐的材料去，当场拿到告知单，写明缺什么、依据和复核电话。',
      'Came with incomplete papers and left with a notice: what is missing, the rule, and where to object.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'minor',
    slots: {
      answer: [
        '“看墙上”|“it’s on the wall”',
        '“网上都有”|“it’s all online”',
        '“问导办去”|“ask the guide”',
        '“先取号再说”|“take a ticket first”',
      ],
    },
    titles: [
      w(
        '问{service}怎么办，窗口头也不抬：{answer}',
        '{service}: “how do I apply?” {answer}, without looking up',
      ),
      w(
        '{hall}办{service}，问三句答一句{answer}',
        '{service} at the {hall}: three questions, one answer, {answer}',
      ),
    ],
    description: w(
      '在{hall}问{service}怎么办、带什么、多久好，工作人员看着手机，只回一句{answer}。墙上的展板没有这个事项。',
      'At the {hall} we asked how to apply for the {service}, what to bring and how long it takes. The clerk, eyes on a phone, only said {answer}. The board on the wall does not have it.',
    ),
    reply: '调看录像，情况属实。已对当事人员批评教育，并重新培训文明用语。',
    half: { remedy: '对当事人员批评教育。', still: '换了人，语气好些，仍没有说全要带的材料。' },
    remedy: '推行“问一次、说全套、给一张单”，每月由体验官暗访打分。',
    remedyKind: 'mechanism',
    now: w(
      '两次暗访，工作人员都起身接待，说清材料并给了清单。',
      'Two unannounced visits: both clerks explained everything and handed over the checklist.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    titles: [
      w(
        '出示电子证照办{service}，窗口只认纸质原件',
        '{service}: electronic licence shown, paper original demanded',
      ),
      w(
        '手机里有证，办{service}还得回家拿本子',
        '{service}: the licence on the phone does not spare the trip home',
      ),
    ],
    description: w(
      '在{hall}办{service}，出示“掌上示例”里的电子证照，窗口说“没有扫码枪，要原件”。指南写明电子证照与原件同等有效。',
      'Showed an electronic licence for the {service} at the {hall}. “We have no scanner, bring the original.” The guide says that both are equally valid.',
    ),
    reply: '该窗口扫码设备未配齐。已调配到位，并重申电子证照同等有效。',
    half: { remedy: '为窗口配备扫码设备。', still: '设备有了，工作人员说“不会用”，仍要原件。' },
    remedy: '全部窗口配齐设备并逐人教会，系统默认先扫码，原件不再作为必收材料。',
    remedyKind: 'mechanism',
    now: w(
      '只带手机去，扫码后材料自动带出，没有要原件。',
      'Came with a phone only: one scan brought up the papers, no original asked for.',
    ),
    refusal: {
      reason: 'needs-higher-level',
      note: '该事项须核验原件上的防伪标记，上级尚未明确电子证照可以替代，{we}暂不能只凭电子证照受理。',
    },
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    titles: [
      w(
        '{service}说“全市通办”，到{hall}被劝回户籍地',
        '{service}: “anywhere in the city”, but the {hall} sends people home',
      ),
      w(
        '“全市通办”的{service}，跨个区就办不成',
        '{service}: “anywhere in the city” ends at the district line',
      ),
    ],
    description: w(
      '网上写{service}全市通办。户籍在外区的体验官到{hall}，窗口说“系统里没有权限，回本区办”。来回两小时。',
      'The website says that the {service} can be done anywhere in the city. An officer registered in another district was told by the {hall}: “no access in the system, go to your own district”. Two hours there and back.',
    ),
    reply: '该大厅账号权限未开通，属落实不到位。已协调开通并逐厅核查。',
    half: { remedy: '该大厅权限已开通。', still: '权限开了，收件后要邮寄到户籍地，比本区多等五天。' },
    remedy: '各大厅权限全部开通，异地收件网上流转，时限与本区相同。',
    remedyKind: 'mechanism',
    now: w(
      '跨区办两次，当场受理，按同样时限办结。',
      'Two tries across districts: accepted on the spot, done in the same time.',
    ),
    refusal: {
      reason: 'needs-higher-level',
      note: '跨区办理须上级系统开放权限，目前只开放查询。{we}已两次书面申请，获准前仍须回所在区办理；网上说明已改正。',
    },
  },
  {
    category: 'waiting',
    place: 'hall',
    severity: 'minor',
    slots: { n: [3, 7] },
    titles: [
      w(
        '{hall}叫号屏与广播不同步，办{service}过号{n}人',
        '{hall}: screen and loudspeaker disagree, {n} people miss their {service} turn',
      ),
      w(
        '{service}叫号只闪一次，{n}个人坐着错过',
        '{service}: the number flashes once, and {n} people miss it',
      ),
    ],
    description: w(
      '在{hall}等着办{service}，屏幕叫号比广播快两个号，坐在后排看不清。一小时里{n}人过号，过号须重新取号。',
      'Waiting for the {service} at the {hall}, the screen runs two numbers ahead of the loudspeaker, and cannot be read from the back. In one hour {n} people missed their turn and had to start again.',
    ),
    reply: '叫号主机时间漂移，已校准。过号规则将予放宽。',
    half: { remedy: '校准叫号主机。', still: '屏幕与广播一致了，过号仍要重新取号。' },
    remedy: '后排加装屏幕，叫号同时发短信，过号三个号以内直接补办。',
    remedyKind: 'one_off',
    now: w(
      '坐在最后一排能看清，手机同时收到短信；有意过号，隔一人即补办。',
      'Readable from the last row, with a text message too. A turn missed on purpose was made good after one person.',
    ),
    transfer: '叫号系统由大厅管理单位统一管理，已转该单位，并附当日过号记录。',
  },
  {
    category: 'waiting',
    place: 'hall',
    severity: 'minor',
    slots: { d: [7, 15] },
    titles: [
      w(
        '{service}选了邮寄，{result}{d}天没到，查不到单号',
        '{service}: {result} posted, {d} days on the way, no tracking number',
      ),
      w(
        '{result}寄出{d}天没有音讯，问窗口让问快递',
        '{service}: {d} days without the {result}; “ask the courier”',
      ),
    ],
    description: w(
      '在{hall}办{service}时选了邮寄，承诺三天送达。过了{d}天没有收到，窗口说“已交快递”，给不出单号。',
      'Chose delivery for the {service} at the {hall}, promised in three days. After {d} days nothing had come. The counter said “it is with the courier” and had no number.',
    ),
    reply: '交寄台账登记不全，查找费时。已补寄，并与快递单位约定逐件回传单号。',
    half: { remedy: '该件已找回并送达。', still: '又寄一件，仍没有单号短信。' },
    remedy: '寄出即发单号短信，五天未签收的由窗口主动追查，丢失的三日内补办。',
    remedyKind: 'mechanism',
    now: w(
      '寄两件，当天收到单号，两天送到。',
      'Two deliveries: tracking number the same day, at the door in two days.',
    ),
  },
];
