import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems of households, travel, vehicles, homes and provident funds. */
export const policePropertyStories: readonly Story[] = [
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['household'],
    slots: { n: [2, 3] },
    titles: [
      w(
        '租房落户要房东到场签字，外地房东来不了',
        'Registering at a rented flat needs the landlord in person, who lives far away',
      ),
      w(
        '落户跑了{n}趟，只差房东一个当面签名',
        '{n} trips, and only the landlord’s signature in person is missing',
      ),
    ],
    description: w(
      '在{hall}办租房落户，窗口要求房东本人到场签字。房东在外省，提出视频确认或公证委托都不接受。前后{n}趟没有办成。',
      'The {hall} insists that the landlord sign in person. He lives in another province, and neither video nor a notarised authority is accepted. After {n} trips it is still not done.',
    ),
    reply: '规定要求房东同意，并未限定到场。窗口执行过严，已纠正，可用视频确认。',
    half: { remedy: '窗口接受公证委托书。', still: '接受委托了，但公证另需四百元、等七天。' },
    remedy: '开通房东视频确认，通话留存即视为同意；已备案的租房合同直接认可。',
    remedyKind: 'mechanism',
    now: w(
      '房东视频确认四分钟，当场受理，三天后取准迁证。',
      'Four minutes of video with the landlord, accepted on the spot, permit in three days.',
    ),
    refusal: {
      reason: 'no-legal-basis',
      note: '户口登记须核实房屋权利人真实意愿，现行规定未授权以视频代替到场，{we}暂不采纳。房东可在所在地派出所出具书面同意。',
    },
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'minor',
    services: ['passport'],
    slots: { n: [3, 5], fee: [30, 60] },
    titles: [
      w(
        '出入境自助照相{n}次不合格，被指去门外花{fee}元重照',
        'Passport photo rejected {n} times, then {fee} yuan at the shop outside',
      ),
      w('办护照照片总不过，窗口只说“去外面照”', 'Passport photo fails again: “have one taken outside”'),
    ],
    description: w(
      '在{hall}自助机拍证件照{n}次，都提示“不合格”，不说哪里不合格。窗口让去门外照相馆，{fee}元一张，一次就过。',
      'The photo booth of the {hall} said “not acceptable” {n} times without a reason. The counter pointed to the shop outside: {fee} yuan, accepted at once.',
    ),
    reply: '自助机光源老化，检测容易误判。已报修，并严禁窗口指引至商业照相馆。',
    half: { remedy: '更换自助机灯管。', still: '通过率高了，不合格时仍不说原因。' },
    remedy: '更换设备，不合格时逐项提示（闭眼、反光、衣领），窗口可免费补拍。',
    remedyKind: 'one_off',
    now: w(
      '五人拍照，四人一次通过，一人按提示调整后通过，没有收费。',
      'Five people tried: four passed at once, one after a hint, nobody paid.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'ordinary',
    services: ['driving-licence'],
    slots: { n: [4, 7], m: [2, 3] },
    titles: [
      w(
        '驾驶证换证体检，网上列{n}家医院，{m}家早已不做',
        'Licence medicals: {m} of {n} listed clinics no longer do them',
      ),
      w('周六去做驾驶证体检，名单上的医院不开门', 'Saturday licence medical: the listed clinic is closed'),
    ],
    description: w(
      '驾驶证换证要体检，网上列出{n}家医院。逐家打电话，{m}家已不做，一家只在工作日上午做，名单没有写时间。',
      'The website lists {n} clinics for licence medicals. By phone, {m} of them no longer do them, and one only on weekday mornings. No hours are given.',
    ),
    reply: '名单为三年前公布，未随医院调整更新。已逐家核实并重新公布。',
    half: { remedy: '名单删去已停办的医院。', still: '名单对了，仍没有体检时间。' },
    remedy: '名单写明地址、时间、费用，每季度核实一次；体检结果由医院直传。',
    remedyKind: 'mechanism',
    now: w(
      '抽三家去电并到场，时间、费用都与名单一致。',
      'Three clinics called and visited: hours and fees as listed.',
    ),
  },
  {
    category: 'waiting',
    place: 'hall',
    severity: 'ordinary',
    services: ['used-car'],
    slots: { k: [18, 36], wait: [70, 130] },
    titles: [
      w(
        '二手车过户只开一条验车通道，排了{k}辆车',
        'Used-car transfer: one inspection lane, {k} cars in line',
      ),
      w(
        '过户验车等了{wait}分钟，另一条通道停着公车',
        'Car inspection: {wait} minutes while the other lane is a car park',
      ),
    ],
    description: w(
      '周五上午到{hall}办二手车过户，两条验车通道只开一条，前面{k}辆，等了{wait}分钟。另一条通道里停着三辆公务车。',
      'On a Friday morning only one of two lanes was open at the {hall}: {k} cars ahead, {wait} minutes. Three official cars were parked in the other lane.',
    ),
    reply: '占用通道属实，车辆已移走。验车员缺编，已临时抽调补足。',
    half: { remedy: '移走占道车辆。', still: '通道空出来了，没有验车员，仍只开一条。' },
    remedy: '两条通道全天开放，验车可网上约到半小时内，超时优先。',
    remedyKind: 'mechanism',
    now: w(
      '约十点验车，十点零八分叫到，全程二十一分钟。',
      'Booked for ten, called at 10:08, 21 minutes in all.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    services: ['residence-permit'],
    slots: { d: [3, 9], m: [6, 11] },
    titles: [
      w(
        '居住证签注过期{d}天，{m}个月的居住时间从头算',
        'Residence permit {d} days late: {m} months of residence back to zero',
      ),
      w(
        '居住证到期没有短信，孩子入学的年限断了',
        'No reminder, permit lapsed, and a child’s school years are broken',
      ),
    ],
    description: w(
      '居住证每年签注一次，到期没有提醒。过期{d}天去办，系统把连续居住时间清零，此前{m}个月不算，影响孩子入学。',
      'The permit must be renewed yearly, without any reminder. Being {d} days late set the count of residence back to zero. The {m} months before no longer counted for a child’s schooling.',
    ),
    reply: '逾期未签注应当可以补办并连续计算，系统设置有误。已恢复该市民的居住年限。',
    half: { remedy: '已恢复该市民的连续居住时间。', still: '这一位恢复了，新的逾期仍自动清零。' },
    remedy: '到期前三十天和七天各发一次提醒；逾期六十天内补签，时间连续计算。',
    remedyKind: 'mechanism',
    now: w(
      '有意逾期五天补签，居住时间连续，事前收到两条短信。',
      'Renewed five days late on purpose: the count went on, after two reminders.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['fund-rent'],
    slots: { d: [10, 22] },
    titles: [
      w(
        '租房提取公积金，夫妻两地无房证明要各跑一趟',
        'Provident fund for rent: a couple must fetch proof from two cities',
      ),
      w('查“无房”等了{d}天，房租已交两回', '{d} days to prove owning no home, and the rent is due twice'),
    ],
    description: w(
      '在{hall}办租房提取，窗口要夫妻双方户籍地的无房证明。妻子户籍在外省，托人去开，等了{d}天，其间房租交了两回。',
      'The {hall} wants proof of owning no home from both home towns. The wife’s is in another province. It took {d} days, and the rent fell due twice.',
    ),
    reply: '外省房产信息尚未联网，故要求纸质证明。经研究，可改为本人承诺。',
    half: { remedy: '本市房产改为系统自动核查。', still: '本市不要证明了，外省的仍要。' },
    remedy: '外省部分实行告知承诺，签字即办，事后抽查；承诺不实的收回并记录。',
    remedyKind: 'mechanism',
    now: w(
      '夫妻一方户籍在外省，签承诺书，二十分钟到账。',
      'With one spouse from another province: a signed statement, money in twenty minutes.',
    ),
  },
  {
    category: 'waiting',
    place: 'online',
    severity: 'serious',
    services: ['fund-loan'],
    slots: { m: [2, 4], n: [5, 8] },
    titles: [
      w(
        '公积金贷款停在“复核”{m}个月，银行和中心互相让问对方',
        'Provident fund loan: {m} months at “review”, bank and centre point at each other',
      ),
      w(
        '为一笔公积金贷款打了{n}个电话，卖方已催着退房',
        '{n} calls about one loan, and the seller is losing patience',
      ),
    ],
    description: w(
      '公积金贷款提交后停在“复核”{m}个月。打{n}个电话，银行说在中心，中心说在银行。合同约定的付款日已过，卖方要求赔违约金。',
      'The loan stayed at “review” for {m} months. In {n} calls the bank pointed to the centre and the centre to the bank. The payment day has passed and the seller asks for damages.',
    ),
    reply: '该件因银行补传资料未触发系统提醒而滞留，责任在衔接。已当日放款，并与银行建立日清机制。',
    half: { remedy: '该笔贷款已发放。', still: '另一笔在“复核”停了二十六天，原因相同。' },
    remedy: '补件一到系统自动派单，复核限三个工作日；借款人手机上能看到在谁手里。',
    remedyKind: 'mechanism',
    now: w(
      '跟踪两笔，补件后分别两天和三天复核完，页面写明经办方。',
      'Two loans followed: two and three days after the papers came, with the holder named on the page.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['title-transfer', 'home-tax'],
    slots: { n: [2, 3], m: [130, 190] },
    titles: [
      w(
        '买套二手房，三楼缴税、一楼过户，要取{n}次号',
        'Buying a home: tax on floor three, transfer on floor one, {n} tickets',
      ),
      w('二手房一套手续楼上楼下走，全程{m}分钟', 'A home sale up and down the stairs: {m} minutes'),
    ],
    description: w(
      '在{hall}办二手房手续，三楼缴税、一楼过户，取{n}次号，同样的合同交了{n}遍，全程{m}分钟，其中排队占了大半。',
      'At the {hall} the tax is paid on floor three and the transfer made on floor one: {n} tickets, the same contract handed in {n} times, {m} minutes, most of it queueing.',
    ),
    reply: '两家单位窗口分设，收件系统不通。已商定合并为综合窗口。',
    half: { remedy: '在三楼增设过户收件窗口。', still: '同层了，仍要分别取号、分别交材料。' },
    remedy: '并为一个综合窗口，一次取号、一套材料，后台两家同时办。',
    remedyKind: 'mechanism',
    now: w(
      '复核两次，一次取号，分别用时五十二分钟和六十一分钟。',
      'Two checks, one ticket each: 52 and 61 minutes.',
    ),
  },
  {
    category: 'access',
    place: 'hall',
    severity: 'ordinary',
    services: ['property-search'],
    slots: { wait: [40, 80] },
    titles: [
      w(
        '继承人查房产，自助机只认本人，人工窗口一天只放二十个号',
        'Heirs cannot use the kiosk, and the counter gives out twenty tickets a day',
      ),
      w(
        '查一张房产登记单排了{wait}分钟，机器旁边没有人用',
        'A property record took {wait} minutes, with idle machines next to the queue',
      ),
    ],
    description: w(
      '到{hall}替去世的父亲查房产登记，自助机只能查本人名下。人工窗口每天二十个号，当天已放完，第二天排了{wait}分钟。',
      'To look up a late father’s home at the {hall}, the kiosk only shows one’s own property. The counter’s twenty tickets were gone, and the next day the wait was {wait} minutes.',
    ),
    reply: '继承查询涉及他人信息，须人工核验亲属关系。已增加窗口并研究与死亡、户籍信息核验。',
    half: { remedy: '人工号增至每天四十个。', still: '号多了，仍须两趟：先核验，隔天取结果。' },
    remedy: '凭系统核验的亲属关系当场查询，取消限号。',
    remedyKind: 'mechanism',
    now: w('带身份证到场，核验后九分钟拿到结果。', 'With an identity card, the result came in nine minutes.'),
    refusal: {
      reason: 'no-legal-basis',
      note: '登记信息查询主体由上位规定限定，自助设备不能核验继承关系，{we}暂不开放自助查询，人工窗口已增号。',
    },
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'ordinary',
    services: ['mortgage'],
    slots: { d: [20, 60] },
    titles: [
      w(
        '房贷还清{d}天，抵押还挂着，银行说已经网上报了',
        'Loan repaid {d} days ago, mortgage still on record: “we filed it online”, says the bank',
      ),
      w('抵押注销卡在两家之间，卖房的人干等{d}天', 'Mortgage release stuck between two offices for {d} days'),
    ],
    description: w(
      '房贷还清后，银行说当天已网上申请注销抵押。{d}天后查询，抵押仍在。登记中心说没收到，银行出示的截图上是“已发送”。',
      'When the loan was repaid, the bank said that it had filed the release the same day. After {d} days the mortgage is still there: the centre received nothing, the bank shows “sent”.',
    ),
    reply: '两家系统传输失败未报警。该件已注销，并对近半年失败记录逐条补办。',
    half: { remedy: '该件抵押已注销。', still: '再测一件，传输失败后仍没有人知道。' },
    remedy: '传输失败即向双方报警，次日未补发的电话联系；注销完成给产权人发短信。',
    remedyKind: 'mechanism',
    now: w(
      '两笔还清的贷款，次日注销，产权人都收到短信。',
      'Two repaid loans were released the next day, each owner told by message.',
    ),
    transfer: '卡在银行一侧的报送系统，不属本市部门管理，已转该银行分支机构，并请其直接答复。',
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'minor',
    services: ['title-transfer'],
    slots: { diff: [60, 240] },
    titles: [
      w(
        '二手房过户费用，网上计算器比窗口少算{diff}元',
        'Home transfer fees: the online calculator is {diff} yuan short',
      ),
      w(
        '按网上算好的钱去过户，窗口多收{diff}元',
        'Brought the fee the website gave, {diff} yuan more was charged',
      ),
    ],
    description: w(
      '用网站“费用计算器”算好过户费用，到窗口被告知还差{diff}元，说是登记费另计。计算器页面没有提示。',
      'The website’s fee calculator was {diff} yuan below what the counter asked, since the registration fee is extra. The page does not say so.',
    ),
    reply: '计算器只计税不计登记费，说明不清。已补齐全部收费项。',
    half: { remedy: '页面加注“不含登记费”。', still: '加了说明，仍算不出总数。' },
    remedy: '计算器列出全部税费和依据，给出总数，误差由{we}负责解释。',
    remedyKind: 'one_off',
    now: w(
      '三种房屋各算一次，与窗口实收一分不差。',
      'Three kinds of homes: the totals match the counter to the cent.',
    ),
  },
];
