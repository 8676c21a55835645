import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems of companies, taxes, building, transport, streets and utilities. */
export const businessStories: readonly Story[] = [
  {
    category: 'waiting',
    place: 'hall',
    severity: 'ordinary',
    services: ['company-start'],
    slots: { n: [3, 6] },
    titles: [
      w('企业开办“一日办结”，刻章另等{n}天', 'Companies start “in one day”, the seal takes {n} more'),
      w(
        '执照当天拿到，公章{n}天后才好，开不了户',
        'Licence on the day, seal {n} days later, no bank account in between',
      ),
    ],
    description: w(
      '在{hall}试办企业开办，执照当天拿到。公章要另到刻章点排队，{n}天后才取，银行开户因此顺延。指南写“一日办结含刻章”。',
      'A trial at the {hall} gave the licence the same day. The seal came {n} days later from a separate shop, and the bank account had to wait. The guide says “one day, seal included”.',
    ),
    reply: '刻章单位人手不足致延误。{we}已增加两家备选单位，并将刻章纳入同一时限考核。',
    half: { remedy: '增加一家刻章单位。', still: '快了，仍要自己去取，第二天才拿到。' },
    remedy: '刻章点进驻大厅，与执照同时发放，超时由大厅免费快递。',
    remedyKind: 'mechanism',
    now: w(
      '两次试办，执照、公章、发票同窗领取，分别用时三小时和四小时。',
      'Two trials: licence, seal and invoices at one counter, in three and four hours.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'minor',
    services: ['company-start'],
    slots: {
      term: [
        '咖啡外带|takeaway coffee',
        '宠物寄养|pet boarding',
        '直播带货|live-stream sales',
        '上门收纳|home organising',
        '陪诊服务|hospital companions',
      ],
      n: [4, 9],
    },
    titles: [
      w(
        '想开店做{term}，经营范围词库里搜不到',
        'Opening a business for {term}: the list of trades does not know it',
      ),
      w(
        '“{term}”选哪个经营范围，换了{n}个词才提交成功',
        'Which trade is “{term}”? Submitted after {n} guesses',
      ),
    ],
    description: w(
      '网上填经营范围，搜“{term}”没有结果，只能从三百多条规范用语里猜。前后换{n}个词，提交后又因“表述不规范”退回一次。',
      'Searching the trade list for “{term}” finds nothing, so one guesses among over three hundred set phrases. After {n} tries it was accepted, then returned as “not standard”.',
    ),
    reply: '经营范围须用规范表述，但词库缺少俗称对照。已收集常见说法补入。',
    half: { remedy: '词库补充该说法。', still: '这个词有了，换三个常见说法仍搜不到。' },
    remedy: '搜索支持俗称，输入后自动推荐规范用语，并给出同行常用的选择。',
    remedyKind: 'mechanism',
    now: w(
      '用十种新行当的俗称搜索，九种给出合适的推荐。',
      'Ten new trades searched by their everyday names: nine gave a fitting phrase.',
    ),
    transfer: '经营范围词库由省级登记系统统一维护，本市无权增补，已连同建议词表转省登记机关。',
  },
  {
    category: 'waiting',
    place: 'online',
    severity: 'serious',
    services: ['company-close'],
    slots: { n: [6, 14] },
    titles: [
      w(
        '个体户注销承诺一个工作日，实测等了{n}天',
        'Closing a sole-trader business: one working day promised, {n} days needed',
      ),
      w(
        '开店一天、关店{n}天：注销卡在几家互相等',
        'One day to open, {n} days to close: offices wait for each other',
      ),
    ],
    description: w(
      '网上申请个体户注销，承诺一个工作日，实际{n}天。期间要自己分别去问社保、税务和登记三家，每家都说在等另一家。',
      'The closing of a sole-trader business, promised in one working day, took {n} days. Three offices had to be asked one by one, and each waited for another.',
    ),
    reply: '三家系统按先后顺序推送，一家延误则全部延误。已改为同时推送。',
    half: { remedy: '对超时件人工催办。', still: '催了才动，不催仍等了六天。' },
    remedy: '三家并联办理，一个工作日未反馈视为同意，申请人只看一个进度。',
    remedyKind: 'mechanism',
    now: w(
      '试办三户，两户当天、一户次日注销，没有再跑别家。',
      'Three trials: two closed the same day, one the next, with no other office visited.',
    ),
  },
  {
    category: 'guide',
    place: 'hall',
    severity: 'ordinary',
    services: ['food-licence'],
    slots: {
      n: [3, 5],
      shop: ['面馆|noodle shop', '奶茶店|tea shop', '早点铺|breakfast stall', '烘焙店|bakery'],
    },
    titles: [
      w(
        '开{shop}画平面图，被退{n}次没人说怎么标',
        'A {shop}’s floor plan returned {n} times, nobody says how to draw it',
      ),
      w('小{shop}办许可，一张平面图跑了{n}趟', '{n} trips for one floor plan of a small {shop}'),
    ],
    description: w(
      '替开{shop}的邻居到{hall}办食品经营许可，平面图退了{n}次：先说没标水池，再说没标尺寸，又说要标人流方向。大厅里没有范例。',
      'Helping a neighbour’s {shop} at the {hall}, the plan came back {n} times: no sink shown, then no measures, then no direction of movement. There is no example in the hall.',
    ),
    reply: '平面图要求确未细化公布。已按业态绘制范例，并安排现场勘查人员提前指导。',
    half: { remedy: '在大厅张贴一张范例。', still: '范例是大酒店的，小店照着画不了。' },
    remedy: '按六种小店给出可填写的图样，手机拍照标注即可；先指导后收件。',
    remedyKind: 'mechanism',
    now: w(
      '用图样画了两家小店，一次通过。',
      'Two small shops drawn on the new template, both accepted at once.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    severity: 'minor',
    services: ['invoices'],
    slots: { n: [4, 8] },
    titles: [
      w(
        '手机代开发票，“提交”按钮被挡在屏幕外',
        'Invoices by phone: the “submit” button lies outside the screen',
      ),
      w('自然人代开一张发票，手机上来回横竖转了{n}次', 'One invoice, {n} turns of the phone'),
    ],
    description: w(
      '手机上代开劳务发票，页面按电脑宽度排版，“提交”在屏幕外。横竖转{n}次，缩小后字又看不清，最后借电脑才开出。',
      'The page for private invoices is laid out for desktops and “submit” lies off the phone’s screen. After turning it {n} times we borrowed a computer.',
    ),
    reply: '该页面尚未适配手机，已列入改版。改版前在首页提示使用电脑或客户端。',
    half: { remedy: '在首页提示使用电脑。', still: '有提示，手机上仍然提交不了。' },
    remedy: '页面适配手机，常用项目自动带出，三步开票。',
    remedyKind: 'one_off',
    now: w(
      '用三款手机各开一张，最快一分五十秒。',
      'Three phones, three invoices, the fastest in under two minutes.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['home-tax'],
    slots: { n: [2, 3] },
    titles: [
      w(
        '二手房核价当天出不来，买卖双方请假{n}次',
        'No same-day valuation: buyer and seller take {n} days off work',
      ),
      w('卖一套房，为等核价请了{n}回假', '{n} days off work to wait for a home valuation'),
    ],
    description: w(
      '在{hall}办交易缴税，核价要“等系统”，当天出不来。买卖双方须同时再来，前后请假{n}次。窗口说不准哪天出结果。',
      'The {hall} waits “for the system” to value the home. Buyer and seller must both come again: {n} days off work, and nobody knows which day.',
    ),
    reply: '部分小区评估数据更新不及时，转人工核价。已补齐数据。',
    half: { remedy: '缩短人工核价时间至一天。', still: '仍须双方第二次到场。' },
    remedy: '核价提前网上出具，满意再来；人工核价的结果发手机，不用到场等。',
    remedyKind: 'mechanism',
    now: w(
      '网上先核价，二十分钟出结果，到场一次办完。',
      'Valued online in twenty minutes, done in one visit.',
    ),
    refusal: {
      reason: 'already-rule',
      note: '人工核价须两人以上复核，规定时限为三个工作日，窗口未超时。{we}维持现行做法，但会先告知预计日期。',
    },
  },
  {
    category: 'guide',
    place: 'online',
    severity: 'ordinary',
    services: ['invoices'],
    slots: { d: [4, 9] },
    titles: [
      w(
        '调发票额度要法人到场，网上一个字没写',
        'Raising the invoice limit needs the owner in person, says nobody online',
      ),
      w('发票额度用完等调额，小微企业停开{d}天', 'Invoice limit reached: a small firm waits {d} days'),
    ],
    description: w(
      '小微企业网上申请调整发票额度，{d}天后被退回，备注“法人到场说明”。指南没有这一条，其间开不出票，客户不付款。',
      'A small firm asked for a higher invoice limit online. After {d} days it came back: “owner to explain in person”, which the guide does not say. Meanwhile no invoices, no payments.',
    ),
    reply: '该企业被系统提示风险，须核实。但退回时应说明理由和办法，{we}做得不够。',
    half: { remedy: '改为电话核实。', still: '电话核实了，退回理由仍只有四个字。' },
    remedy: '低风险的自动调额；需核实的视频进行，退回须写明理由和下一步。',
    remedyKind: 'mechanism',
    now: w(
      '两家企业申请，一家当场调额，一家视频六分钟后通过。',
      'Two firms applied: one raised at once, one after six minutes of video.',
    ),
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'serious',
    services: ['building-permit'],
    slots: { n: [3, 5], m: [12, 24] },
    titles: [
      w(
        '“联合验收”五家单位分{n}次来，厂房晚开工{m}天',
        '“Joint” inspection in {n} separate visits: the plant opens {m} days late',
      ),
      w(
        '施工许可写联审，{n}家意见还要企业自己去取',
        'Joint review of a building permit: the firm collects {n} opinions itself',
      ),
    ],
    description: w(
      '跟一家企业办施工许可和验收，写着“联审联验”，实际各单位分{n}次来，意见要企业自己去取，前后多用{m}天。窗口在{hall}，却说“只管收件”。',
      'Followed a firm through permit and inspection. “Joint” meant {n} separate visits, and opinions to be fetched one by one: {m} extra days. The counter at the {hall} “only takes papers in”.',
    ),
    reply: '联审机制落实不到位，牵头单位协调不够。已定每周三为联合踏勘日。',
    half: { remedy: '确定每周三集中踏勘。', still: '同一天来了三家，另两家仍另约时间。' },
    remedy: '牵头单位一次约齐，缺席视为同意；意见由系统汇总成一份。',
    remedyKind: 'mechanism',
    now: w(
      '跟踪一个项目，五家同一天到场，第三天收到一份汇总意见。',
      'One project followed: all five came on one day, one joint opinion on the third.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'serious',
    services: ['public-rental'],
    slots: { m: [2, 5] },
    titles: [
      w(
        '公租房轮候号查询，“系统维护”了{m}个月',
        'Public housing waiting list “under maintenance” for {m} months',
      ),
      w(
        '等公租房的人{m}个月看不到自己排第几',
        '{m} months without knowing one’s place in the public housing queue',
      ),
    ],
    description: w(
      '公租房轮候查询页显示“系统维护中”，从第一次查到现在{m}个月没有变。电话答“等通知”，社区也查不到。',
      'The waiting list page has said “under maintenance” for {m} months. The phone says “wait for notice”, and the community office cannot see it either.',
    ),
    reply: '原系统停用后新系统尚在测试，衔接不当。先以名册形式按月公布轮候顺序。',
    half: { remedy: '发布一份轮候名册。', still: '名册是上季度的，查不到近三个月的变化。' },
    remedy: '新系统上线，登录即见名次和近半年变化，不会上网的可在社区打印。',
    remedyKind: 'mechanism',
    now: w(
      '三户分别用手机和在社区查询，名次一致，更新到当周。',
      'Three households checked by phone and at the community office: same place, this week’s data.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'ordinary',
    services: ['public-rental'],
    slots: { n: [2, 3] },
    titles: [
      w(
        '公租房申请“不符合条件”，问哪一条，答“系统说的”',
        'Public housing: “not eligible”. On which ground? “The system says so”',
      ),
      w('申请公租房{n}次被拒，没有一次写明理由', 'Public housing refused {n} times, never with a reason'),
    ],
    description: w(
      '陪一户家庭在{hall}申请公租房，{n}次收到“不符合条件”。问是收入、房产还是社保，窗口答“系统说的，我们看不到”。',
      'A family was told “not eligible” {n} times at the {hall}. Income, property or insurance? “The system says so, we cannot see it.”',
    ),
    reply: '比对结果未向窗口开放明细，造成无法解释。该户系车辆信息未更新，现已通过。',
    half: { remedy: '该户已重新审核通过。', still: '另一户被拒，通知上仍没有具体理由。' },
    remedy: '拒绝通知写明哪一项、数据来自哪里、怎样申诉，十个工作日内复核。',
    remedyKind: 'mechanism',
    now: w(
      '查看三份通知，理由、来源、申诉办法齐全。',
      'Three notices seen: ground, source and way to object all there.',
    ),
  },
  {
    category: 'access',
    place: 'hall',
    severity: 'ordinary',
    services: ['concession-card'],
    slots: { n: [2, 4], km: [5, 10], a: [70, 84] },
    titles: [
      w(
        '{a}岁老人年审公交优惠卡，全城只有{n}个点',
        'Concession card renewal at {a}: {n} places in the whole city',
      ),
      w('为公交优惠卡年审，老人倒两趟车走{km}公里', 'Two buses and {km} km to renew a concession card'),
    ],
    description: w(
      '{a}岁的体验官年审公交优惠卡，全城只有{n}个点能办，从家到{hall}要倒两趟车，约{km}公里。社区说“没有这个机器”。',
      'An officer aged {a} found {n} places in the city that renew the card. The {hall} is two buses and {km} km away. The community office “has no such machine”.',
    ),
    reply: '年审设备由运营单位配置，网点确实偏少。年审本身也无必要，拟取消。',
    half: { remedy: '增加一个年审点。', still: '新点只在周二上午开放。' },
    remedy: '取消到场年审，改由系统核对，优惠自动续期。',
    remedyKind: 'mechanism',
    now: w(
      '三张到期卡没有年审，刷卡仍享优惠。',
      'Three cards past their date still give the concession, with no renewal.',
    ),
  },
  {
    category: 'window',
    place: 'hall',
    severity: 'minor',
    services: ['road-permit'],
    slots: { fee: [12, 20] },
    titles: [
      w(
        '道路运输证换证只收现金{fee}元，司机到处换零钱',
        'Road permit: {fee} yuan, cash only, drivers hunt for change',
      ),
      w(
        '运输证换证窗口不能扫码，司机为零钱排两次队',
        'No mobile payment for road permits: drivers queue twice over change',
      ),
    ],
    description: w(
      '在{hall}办道路运输证换证，工本费{fee}元只收现金，不找零。排在前面的货车司机出去换钱，回来重新取号。',
      'The {hall} takes {fee} yuan for the permit, cash only and no change given. A lorry driver ahead went out for change and had to take a new ticket.',
    ),
    reply: '收费账户变更期间暂收现金，未作说明。移动支付已恢复。',
    half: { remedy: '窗口张贴收款码。', still: '收款码是个人账户，开不出票据。' },
    remedy: '开通财政统一收款码，自动出电子票据，现金照收并备零钱。',
    remedyKind: 'one_off',
    now: w(
      '扫码和现金各付一次，都当场拿到票据。',
      'Paid once by phone and once in cash, with a receipt each time.',
    ),
  },
  {
    category: 'guide',
    place: 'hall',
    severity: 'ordinary',
    services: ['shop-sign'],
    slots: {
      n: [4, 7],
      shop: ['花店|flower shop', '理发店|barber’s', '水果店|fruit shop', '修鞋铺|cobbler’s'],
    },
    titles: [
      w(
        '{shop}换招牌，效果图改了{n}稿才知道尺寸要求',
        'A {shop} redraws its sign {n} times before learning the size rule',
      ),
      w(
        '店招颜色不许太亮，“太亮”是多亮没人知道',
        'Shop signs must not be “too bright”, and nobody knows how bright that is',
      ),
    ],
    description: w(
      '陪{shop}店主到{hall}办店招审批，效果图改了{n}稿：先说太大，再说颜色太亮，又说字体不协调。要标准，答“凭经验”。',
      'Went with a {shop} owner to the {hall}: {n} drafts, first too large, then too bright, then the wrong lettering. The standard? “Experience.”',
    ),
    reply: '现行导则较为原则，自由裁量偏大。已制定图示标准并公布。',
    half: { remedy: '口头说明尺寸上限。', still: '尺寸说清了，颜色和字体仍靠“感觉”。' },
    remedy: '公布带图的标准，符合的备案即可，不再审效果图。',
    remedyKind: 'mechanism',
    now: w(
      '两家店照标准做图，当场备案。',
      'Two shops followed the standard and were registered on the spot.',
    ),
  },
  {
    category: 'steps',
    place: 'online',
    severity: 'minor',
    services: ['street-use'],
    slots: { n: [7, 10] },
    titles: [
      w('占道许可续办三天，{n}样材料全部重交', 'Three more days of street use: all {n} papers again'),
      w('临时占道到期续办，和第一次一样从头来', 'Renewing a street use permit means starting from scratch'),
    ],
    description: w(
      '社区活动临时占道，因雨顺延三天，续办要把{n}样材料全部重新上传，审批照走五天，等批下来活动早结束了。',
      'Rain moved a community event by three days. The renewal wanted all {n} papers again and five days of review, when the event would be over.',
    ),
    reply: '续办未设简易程序，确实不合理。已增加“顺延”选项。',
    half: { remedy: '续办材料减为三样。', still: '材料少了，审批仍是五天。' },
    remedy: '因天气顺延七日内的，网上点一下即生效，事后备查。',
    remedyKind: 'mechanism',
    now: w('试办一次顺延，两分钟生效。', 'A trial postponement took effect in two minutes.'),
    refusal: {
      reason: 'no-legal-basis',
      note: '许可到期即失效，现行办法没有顺延的规定，续办须按新申请办理，{we}暂不采纳。',
    },
  },
  {
    category: 'steps',
    place: 'hall',
    severity: 'ordinary',
    services: ['utility-transfer'],
    slots: { n: [2, 3], what: ['燃气|gas', '自来水|water', '用电|power'] },
    titles: [
      w('“水电气一次过户”，{what}还得另跑营业厅', '“All utilities in one go”, except {what}'),
      w(
        '买房后联合过户跑{n}处，{what}账单仍寄给原房主',
        '{n} places visited, and the {what} bill still goes to the former owner',
      ),
    ],
    description: w(
      '在{hall}办水电气联合过户，窗口收了材料，一周后{what}没有过。被告知要再到营业厅签合同，前后跑{n}处。',
      'The {hall} took the papers for all utilities. A week later {what} had not been transferred: a contract had to be signed elsewhere. It took {n} places in all.',
    ),
    reply: '该单位合同须当面签署，未能并入联办。已协调改用电子合同。',
    half: { remedy: '代为预约营业厅。', still: '不用排队了，仍要再跑一趟。' },
    remedy: '三家合同合为一份电子签，房产登记完成后自动推送过户。',
    remedyKind: 'mechanism',
    now: w(
      '一次签字，第三天三家账单都换了户名。',
      'One signature, and on the third day all three accounts had the new name.',
    ),
    transfer: '该项供应由独立经营企业负责，合同签订不属本市部门管理，已转该企业并抄送其主管单位。',
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'ordinary',
    services: ['night-work'],
    slots: { n: [3, 6] },
    titles: [
      w(
        '夜间施工证明第二天才公布，居民不知几点停',
        'Night work permits are published the next day, too late for the neighbours',
      ),
      w(
        '连着{n}晚打桩，网上查不到一张夜间施工证明',
        '{n} nights of pile driving, and no permit to be found online',
      ),
    ],
    description: w(
      '小区旁连续{n}晚施工到凌晨，居民想查有没有证明，网站上当天查不到，第二天才更新，工地围挡上也没有张贴。',
      'Work went on past midnight for {n} nights. Residents looked for a permit: the website is updated the day after, and nothing was posted at the site.',
    ),
    reply: '公布流程有延迟，施工单位未按要求张贴。已责令改正，并调整为先公布后施工。',
    half: { remedy: '责令施工单位张贴公告。', still: '张贴在工地内侧，路人看不到，网上仍是次日更新。' },
    remedy: '证明出具即上网，短信告知周边住户；未公布的一律视为无证。',
    remedyKind: 'mechanism',
    now: w(
      '抽查三处工地，开工前两小时网上可查，围挡外有公告。',
      'Three sites checked: online two hours before the start, and posted outside.',
    ),
  },
];
