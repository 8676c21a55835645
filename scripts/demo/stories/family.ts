import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems of families, schools, health, care, law, archives and the city's own platforms. */
export const familyStories: readonly Story[] = [
  {
    category: 'guide',
    place: 'online',
    severity: 'minor',
    services: ['marriage'],
    slots: { n: [3, 5] },
    titles: [
      w('预约结婚登记成功，页面没说去哪里、带什么', 'Marriage appointment made, but where, and with what?'),
      w(
        '{n}对新人约好登记，{n}对都少带了一样',
        '{n} couples came with an appointment, and all {n} lacked something',
      ),
    ],
    description: w(
      '预约结婚登记后，页面只显示“预约成功”，没有地址和所带证件。当天在场的{n}对新人都少带一样，两对因照片底色不对返回。',
      'The page only said “appointment made”, with no address and no list of papers. All {n} couples that morning lacked something, two had photos of the wrong colour.',
    ),
    reply: '预约成功页信息不全，已补充地址、材料和照片要求，并随短信发送。',
    half: { remedy: '成功页增加登记处地址。', still: '有地址了，照片要求仍没写。' },
    remedy: '成功页和短信写明地址、证件、照片要求，登记处可免费拍照。',
    remedyKind: 'one_off',
    now: w(
      '三对新人按短信准备，都一次办成。',
      'Three couples followed the message, and all succeeded at once.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['marriage'],
    slots: { y: [1984, 1996], n: [3, 4] },
    titles: [
      w(
        '补领{y}年的结婚证，登记处、档案馆、街道跑{n}趟',
        'Replacing a marriage certificate of {y}: {n} trips between three offices',
      ),
      w('老夫妻补结婚证，被要求“证明当年结过婚”', 'Old couple asked to prove that they once married'),
    ],
    description: w(
      '陪一对老人在{hall}补领{y}年的结婚证，系统没有早年记录，被要求去档案馆查底档，档案馆又要街道介绍信，前后{n}趟。',
      'An old couple at the {hall} wanted a certificate of {y} replaced. The system has no early records, the archives wanted a letter from the street office: {n} trips.',
    ),
    reply: '早年登记档案尚未全部数字化。已与档案馆建立内部调档渠道，不再让当事人跑。',
    half: { remedy: '由登记处开具查档函。', still: '有了查档函，仍要老人自己送去档案馆。' },
    remedy: '窗口直接线上调档，两个工作日内补发，可邮寄。',
    remedyKind: 'mechanism',
    now: w('补领一本，只到窗口一次，第二天寄到。', 'One visit to the counter, delivered the next day.'),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'serious',
    services: ['relief'],
    slots: { n: [4, 6] },
    titles: [
      w(
        '申请临时救助，要自己去{n}个单位开“没有收入”证明',
        'Temporary relief: {n} offices must each certify “no income”',
      ),
      w('急等救助的家庭，先花一周去盖{n}个章', 'A family in need spends a week collecting {n} stamps'),
    ],
    description: w(
      '陪一户因病困难的家庭在{hall}申请临时救助，窗口要{n}个单位的无收入、无房、无车证明。跑了六天，其间医院在催缴费。',
      'A family ruined by illness was asked at the {hall} for {n} certificates of no income, home or car. It took six days while the hospital pressed for payment.',
    ),
    reply: '上述信息均可由核对系统查询，要求申请人自证不当。该户救助金已当日发放。',
    half: { remedy: '该户救助金已发放。', still: '街道窗口仍发放旧的材料清单。' },
    remedy: '申请人只签一份授权书，由系统核对；急难情形先救助、后补手续。',
    remedyKind: 'mechanism',
    now: w(
      '跟踪两户，只签一份授权，分别一天和两天发放。',
      'Two families signed one form each, and were paid in one and two days.',
    ),
  },
  {
    category: 'access',
    place: 'hall',
    severity: 'ordinary',
    services: ['old-age'],
    slots: { a: [82, 96], floor: [3, 5] },
    titles: [
      w(
        '{a}岁老人领高龄津贴，每年要上{floor}楼拍照',
        'At {a}, up to floor {floor} every year to be photographed for the allowance',
      ),
      w('高龄津贴年年“证明活着”，{a}岁老人被抬来拍照', 'Carried in at {a} to prove being alive'),
    ],
    description: w(
      '{a}岁老人领高龄津贴，每年须本人到场拍照，社区办公点在{floor}楼，没有电梯。问{hall}能否上门，答“人手不够”。',
      'A resident of {a} must be photographed every year on floor {floor}, with no lift. Could somebody come? The {hall}: “not enough staff”.',
    ),
    reply: '到场认证的做法不近人情，市里已要求取消，个别社区没有落实。已逐一整改。',
    half: { remedy: '社区改为上门拍照。', still: '走访两个社区，一个上门了，另一个仍要求到场。' },
    remedy: '改由系统比对，比对不上的由社区上门，任何人不得要求到场。',
    remedyKind: 'mechanism',
    now: w(
      '走访三个社区，均已停止要求到场，墙上的旧通知也撤了。',
      'Three communities visited: nobody has to come, and the old notices are gone.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    services: ['birth-certificate'],
    slots: { h: [3, 6] },
    titles: [
      w(
        '办出生证父亲必须到场，人在外地的连夜赶回',
        'Birth certificate: the father must come in person, overnight from afar',
      ),
      w(
        '同一家医院，出生证要不要父亲到场两种说法',
        'One hospital, two answers: must the father come for the birth certificate?',
      ),
    ],
    description: w(
      '在{hall}办出生医学证明，窗口要父亲本人到场。父亲在外地，坐{h}小时车赶回；旁边的窗口却收下了委托书。',
      'The {hall} insisted that the father come in person. He travelled {h} hours, while the next counter accepted a letter of authority.',
    ),
    reply: '规定允许委托办理，窗口理解有误。已统一口径并向当事人致歉。',
    half: { remedy: '统一窗口口径。', still: '窗口改了，预约页面仍写“父母须同时到场”。' },
    remedy: '开通线上确认，父母任一方到场即可，页面和告知单同步修改。',
    remedyKind: 'mechanism',
    now: w(
      '母亲一人到场，父亲手机确认，十五分钟拿到证。',
      'The mother came alone, the father confirmed by phone, fifteen minutes.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'ordinary',
    services: ['health-certificate'],
    slots: { n: [5, 8], m: [2, 3] },
    titles: [
      w('健康证体检点网上列{n}处，{m}处已经撤了', 'Health certificates: {m} of {n} listed places are gone'),
      w(
        '体检点写“空腹上午来”，去了说改下午',
        '“Come fasting in the morning”, says the site; “afternoons now”, says the door',
      ),
    ],
    description: w(
      '健康证体检点网上列{n}处，逐处核对，{m}处已撤并，另一处改为下午体检。早上空腹去的十几人都白等。',
      'Of {n} places listed online, {m} no longer exist and another moved to afternoons. A dozen people came fasting in the morning for nothing.',
    ),
    reply: '体检点调整后未及时更新。已核实公布，并要求机构变更前五日报备。',
    half: { remedy: '网站名单已更新。', still: '名单对了，其中一处时间仍是旧的。' },
    remedy: '名单由各点自行维护、{we}每月抽查，临时变更发短信给已预约的人。',
    remedyKind: 'mechanism',
    now: w('抽查四处，地址、时间、项目都对。', 'Four places checked: address, hours and tests all right.'),
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'ordinary',
    services: ['school-transfer'],
    months: [1, 2, 7, 8],
    slots: { d: [10, 28] },
    titles: [
      w(
        '转学要两校盖章，假期学校没有人，一等{d}天',
        'School transfer needs two stamps, and schools are shut for {d} days',
      ),
      w(
        '网上转学走到“原校确认”停了{d}天',
        'Online school transfer stuck for {d} days at “confirmed by old school”',
      ),
    ],
    description: w(
      '假期办转学，网上走到“原校确认”停了{d}天，学校值班室说“管章的老师没上班”。开学在即，新学校不敢收。',
      'In the holidays the transfer stopped at “old school” for {d} days: “the teacher with the stamp is away”. With term about to start, the new school would not take the child.',
    ),
    reply: '假期值守不到位。已要求学校网上值班，并由{we}代为确认超时件。',
    half: { remedy: '公布各校假期联系电话。', still: '电话有人接了，仍说开学再办。' },
    remedy: '原校三个工作日未确认的由系统自动放行，取消纸质盖章。',
    remedyKind: 'mechanism',
    now: w(
      '假期试办两例，三天内办结，没有盖章。',
      'Two transfers in the holidays: done in three days, without stamps.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    services: ['enrolment'],
    months: [3, 4, 5, 6, 7],
    slots: { d: [12, 40] },
    titles: [
      w(
        '随迁子女入学“居住满一年”，三处三种算法',
        '“One year of residence” for school: three offices, three ways to count',
      ),
      w(
        '差{d}天满一年，孩子能不能报名没人说得准',
        '{d} days short of a year: may the child enrol? Nobody knows',
      ),
    ],
    description: w(
      '随迁子女入学要求“居住证满一年”，学校说算到报名日，{hall}说算到开学日，电话说算到年底。差{d}天的家长不知该不该报。',
      'Children of migrants need a year of residence. By enrolment day, says the school; by term, says the {hall}; by year’s end, says the phone. A parent {d} days short does not know.',
    ),
    reply: '文件表述不够明确。现统一为算到当年八月三十一日，并已通知各校。',
    half: { remedy: '统一口径并发文。', still: '文发了，两所学校仍按旧口径答复。' },
    remedy: '招生公告写明截止日期和例子，系统自动算，差多少天当场显示。',
    remedyKind: 'mechanism',
    now: w(
      '问三所学校和热线，回答一致；系统算出的日期正确。',
      'Three schools and the hotline agree, and the system counts correctly.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'serious',
    services: ['enrolment'],
    months: [6, 7, 8],
    slots: { m: [25, 90] },
    titles: [
      w('入学报名首日，页面{m}分钟打不开', 'Enrolment day: page down for {m} minutes'),
      w('八点开始报名，八点零一分系统崩了', 'Enrolment opens at eight, the system is down at 8:01'),
    ],
    description: w(
      '入学报名首日8:00开放，8:01起页面打不开，持续{m}分钟。家长以为先到先得，群里有人说“没抢到就没学上”。公告到中午才发。',
      'Enrolment opened at 8:00 and was down from 8:01 for {m} minutes. Parents thought it first come, first served. A notice came only at noon.',
    ),
    reply: '访问量超出预估，扩容不及时。报名与先后无关，我们没有提前说清，向家长致歉。',
    half: { remedy: '当日扩容并延长报名一天。', still: '第二批报名首日仍有十一分钟打不开。' },
    remedy: '改为分时段报名，首屏大字写明“与先后无关”，提前压力测试并公布结果。',
    remedyKind: 'mechanism',
    now: w(
      '新一批报名首日每十分钟访问一次，全天没有中断。',
      'On the next first day we tried every ten minutes, without one failure.',
    ),
  },
  {
    category: 'unanswered',
    place: 'online',
    severity: 'ordinary',
    services: ['hotline'],
    slots: {
      n: [2, 4],
      issue: [
        '坏了的路灯|the broken street light',
        '路边的垃圾堆|the dumped rubbish',
        '松动的井盖|the loose manhole cover',
        '路口的积水|the standing water',
        '堵住的下水道|the blocked drain',
      ],
    },
    titles: [
      w('热线回复“已解决”，{issue}还在那里', 'Hotline says “solved”, {issue} is still there'),
      w('为{issue}打{n}次热线，每次都“已办结”', '{n} hotline calls about {issue}, each one “closed”'),
    ],
    description: w(
      '就小区门口{issue}打热线，三天后短信说“已解决”。到现场看，没有变化。再打，又从头登记，{n}次都显示“已办结”。',
      'Called the hotline about {issue} at the gate. Three days later: “solved”. On site nothing had changed. Each new call starts over, {n} times “closed”.',
    ),
    reply: '承办单位以“已派单”作办结，不符合要求。已退回重办，并增加现场照片。',
    half: { remedy: '退回承办单位重办。', still: '这一件办了，新登记的一件仍未到场就办结。' },
    remedy: '办结须附现场照片，由反映人确认；不认可的自动退回，不得重新登记。',
    remedyKind: 'mechanism',
    now: w(
      '登记两件，办结短信附照片，点“不认可”后第二天有人到场。',
      'Two requests: photos came with the message, and “not agreed” brought somebody the next day.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    severity: 'ordinary',
    services: ['sign-in'],
    slots: { n: [3, 6], d: [2, 5] },
    titles: [
      w(
        '换了手机号登不进账号，找回要旧号码收验证码',
        'New phone number, locked out: recovery needs the old one',
      ),
      w('账号找回试{n}次，被锁{d}天', '{n} tries to recover an account, locked for {d} days'),
    ],
    description: w(
      '换手机号后登不进“一网通办”，找回账号要旧号码收验证码。旧号已注销，试{n}次后锁{d}天，客服让“联系运营商恢复旧号”。',
      'After changing numbers the portal wants a code sent to the old one, which is gone. After {n} tries the account was locked for {d} days. Support: “ask the operator to restore it”.',
    ),
    reply: '找回方式单一，考虑不周。已开通证件加人脸、大厅人工两种方式。',
    half: { remedy: '客服可人工解锁。', still: '人工解锁要传真申请表。' },
    remedy: '可凭证件加人脸自助换绑，也可在任一大厅五分钟办好。',
    remedyKind: 'mechanism',
    now: w('用两种方式各换绑一次，分别用时三分钟和五分钟。', 'Both ways tried: three and five minutes.'),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    services: ['e-licences'],
    slots: {
      licence: [
        '身份证|identity card',
        '驾驶证|driving licence',
        '营业执照|business licence',
        '出生证|birth certificate',
        '社保卡|social security card',
      ],
      n: [3, 6],
    },
    titles: [
      w('电子{licence}打印出来，盖章处一片灰', 'Printed electronic {licence}: the seal is a grey blot'),
      w('电子{licence}打不开，点{n}次闪退{n}次', 'Electronic {licence}: {n} taps, {n} crashes'),
    ],
    description: w(
      '在“掌上示例”打开电子{licence}，{n}次里有一半闪退；下载打印后盖章处是灰的，拿去办事被说“无效”。',
      'In the city app the electronic {licence} crashed half of the {n} times. Printed, its seal is grey, and it was refused as “invalid”.',
    ),
    reply: '证照模板与部分打印机不兼容，已更换。闪退问题在新版修复。',
    half: { remedy: '更换证照模板。', still: '印章清楚了，老款手机仍闪退。' },
    remedy: '新版支持五年内机型，打印件带可验真二维码，各窗口须认。',
    remedyKind: 'one_off',
    now: w(
      '五部手机打开正常，打印件在两个窗口扫码通过。',
      'Opens on five phones, and two counters scanned the printout.',
    ),
  },
  {
    category: 'differing',
    place: 'hall',
    severity: 'ordinary',
    services: ['veterans-card'],
    slots: { n: [8, 10], m: [3, 5] },
    titles: [
      w(
        '优待证列出{n}家合作单位，{m}家说没听过',
        'Veterans’ card: {m} of {n} partner sites have never heard of it',
      ),
      w('持优待证买票，{m}处窗口仍按原价收', 'Full price at {m} ticket desks despite the veterans’ card'),
    ],
    description: w(
      '持优待证逐一走访名单上的{n}家合作单位，{m}家窗口说“没接到通知”，按原价收费。{hall}发证时给的名单没有日期。',
      'Visited all {n} partners on the list: {m} “had not been told” and charged the full price. The list handed out by the {hall} bears no date.',
    ),
    reply: '部分单位人员更换后未交接。已逐家重新确认，更换门口标识，并设投诉电话。',
    half: { remedy: '向合作单位重发通知。', still: '再访，仍有一家按原价收费。' },
    remedy: '名单上网并每季度暗访，拒绝优待的移出名单并公布。',
    remedyKind: 'mechanism',
    now: w(
      '重访全部合作单位，都按优待价收费。',
      'All partners visited again: every one gave the concession.',
    ),
  },
  {
    category: 'access',
    place: 'hall',
    severity: 'serious',
    services: ['disability-card'],
    slots: { n: [2, 3], floor: [2, 4] },
    titles: [
      w(
        '评残的诊室在{floor}楼，电梯停用，轮椅上不去',
        'Disability assessment on floor {floor}, lift out of order',
      ),
      w('残疾人评残，约了{n}次都因电梯停用没做成', '{n} assessments missed because the lift is out'),
    ],
    description: w(
      '陪坐轮椅的市民评残，指定诊室在{floor}楼，电梯贴着“停用”。约了{n}次都没有做成，{hall}说“我们管不了医院”。',
      'The assessment room is on floor {floor} and the lift is out of order. A wheelchair user came {n} times for nothing. The {hall}: “the hospital is not our business”.',
    ),
    reply: '让残疾人爬楼评残，我们深感不安。已协调医院将评残诊室移至一楼。',
    half: { remedy: '医院安排人员协助上楼。', still: '靠人抬上楼，本人不愿意，也不安全。' },
    remedy: '评残诊室移到一楼，重度残疾的上门评定，每月两次。',
    remedyKind: 'mechanism',
    now: w(
      '坐轮椅从门口到诊室三分钟；另有两位已上门评定。',
      'Three minutes by wheelchair from door to room, and two people were assessed at home.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['legal-aid'],
    slots: { n: [2, 3] },
    titles: [
      w(
        '申请法律援助要社区盖章证明困难，其实签承诺就行',
        'Legal aid: sent for a stamp of hardship that a signature could replace',
      ),
      w('讨薪工人申请法律援助，为一个章跑{n}趟', '{n} trips for one stamp, for a worker owed his wages'),
    ],
    description: w(
      '陪讨薪的工人到{hall}申请法律援助，窗口要社区盖章证明经济困难，社区说“没这个业务”，跑了{n}趟。规定写明可以书面承诺代替。',
      'A worker owed his wages was told by the {hall} to bring a stamp of hardship, which the community office does not give: {n} trips. The rule allows a signed statement.',
    ),
    reply: '窗口沿用旧表，未推行承诺制。该工人的援助已指派律师。',
    half: { remedy: '已为该工人指派律师。', still: '窗口仍摆着旧申请表。' },
    remedy: '旧表全部收回，签承诺即受理；农民工讨薪免审经济状况。',
    remedyKind: 'mechanism',
    now: w(
      '以讨薪事由申请，签一张承诺，当场受理。',
      'Applied over unpaid wages: one signed statement, accepted on the spot.',
    ),
  },
  {
    category: 'outdated',
    place: 'hall',
    severity: 'ordinary',
    services: ['notary'],
    slots: { fee: [80, 260] },
    titles: [
      w(
        '公证加急费，网上没有、窗口收{fee}元',
        'Notary “express fee”: not on the website, {fee} yuan at the counter',
      ),
      w('公证收费牌与网上价目差{fee}元', 'Notary fees: board and website {fee} yuan apart'),
    ],
    description: w(
      '在{hall}办学历公证，窗口另收{fee}元“加急费”。网上价目没有这一项，墙上的收费牌是另一个数，收据写的是“服务费”。',
      'A degree certificate at the {hall} cost {fee} yuan extra as an “express fee”. The website has no such fee, the board shows another figure, the receipt says “service”.',
    ),
    reply: '加急费没有收费依据，属违规收取。已退还，并对该处立案调查。',
    half: { remedy: '退还该市民费用。', still: '收费牌未更换，仍列有“其他服务费”。' },
    remedy: '统一公布价目，窗口、网上、收据三处一致，多收的按名单逐人退还。',
    remedyKind: 'mechanism',
    now: w(
      '办两件公证，实收与价目一致，名单内已退费。',
      'Two certificates cost what the list says, and earlier fees were paid back.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'minor',
    services: ['archive-search'],
    slots: { y: [1968, 1979] },
    titles: [
      w(
        '查{y}年的下乡档案要原单位介绍信，单位早已撤销',
        'Records of {y} need a letter from an employer dissolved long ago',
      ),
      w(
        '本人查本人{y}年的档案，还要单位开介绍信',
        'One’s own records of {y}, and still a letter from an employer',
      ),
    ],
    description: w(
      '七十岁的体验官到{hall}查自己{y}年的下乡档案，被要求出具原单位介绍信。单位二十年前已撤销，问谁能开，没有人知道。',
      'An officer of seventy asked the {hall} for his own records of {y}. A letter from the former employer was wanted, dissolved twenty years ago. Who else can write it? Nobody knows.',
    ),
    reply: '本人查本人档案凭身份证即可，介绍信为旧规定。窗口说明已更换。',
    half: { remedy: '该体验官已凭身份证查到。', still: '另一位去查，窗口仍先问有没有介绍信。' },
    remedy: '本人凭身份证查、亲属凭关系证明查，可网上申请、邮寄复印件。',
    remedyKind: 'mechanism',
    now: w(
      '凭身份证二十分钟查到，复印件免费。',
      'Found in twenty minutes with an identity card, copies free.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    severity: 'minor',
    services: ['planning-notices'],
    slots: { n: [4, 6], d: [7, 10] },
    titles: [
      w('规划公示图放大就糊，看不清是哪栋楼', 'Planning drawings blur when enlarged, which building is it?'),
      w('公示只有{d}天，图藏在网站第{n}层', '{d} days of notice, {n} clicks deep'),
    ],
    description: w(
      '查小区旁的规划公示，从首页点{n}次才找到，图片放大后楼号看不清，下载的是同一张小图。公示期{d}天，已过半。',
      'The notice about the plot next door is {n} clicks away, the drawing blurs when enlarged and the download is the same small picture. Half of the {d} days had passed.',
    ),
    reply: '公示图上传时被压缩。已换高清图，公示期重新计算。',
    half: { remedy: '更换高清图。', still: '图清楚了，公示期没有重新算。' },
    remedy: '首页设公示地图，点到地块即见高清图和意见箱，现场同步立牌。',
    remedyKind: 'mechanism',
    now: w(
      '从首页两次点击到图，楼号清楚，工地外有公示牌。',
      'Two clicks to a readable drawing, and a board stands at the site.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'minor',
    services: ['safety-card'],
    slots: { fee: [180, 300] },
    titles: [
      w(
        '补办安全资格证先要登报声明，花{fee}元等一周',
        'Lost safety certificate: a newspaper notice for {fee} yuan and a week’s wait',
      ),
    ],
    description: w(
      '在{hall}补办安全资格证，窗口要求先登报声明遗失，{fee}元，等一周见报。规定已改为网上公告，免费。',
      'The {hall} wants the loss announced in a newspaper, {fee} yuan and a week. The rule was changed to a free online notice.',
    ),
    reply: '窗口材料清单未更新，已改。登报费用由{we}协调退还。',
    half: { remedy: '窗口口头告知不需登报。', still: '打印的清单上仍有登报一项。' },
    remedy: '取消登报，凭身份证当场补办，网上同步公告。',
    remedyKind: 'one_off',
    now: w('补办一张，二十五分钟，没有收费。', 'One replacement: 25 minutes, no fee.'),
  },
];
