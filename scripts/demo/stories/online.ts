import type { Story } from '../story.ts';
import { w } from '../words.ts';

/** Problems that any service offered online can have. */
export const onlineStories: readonly Story[] = [
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    slots: { n: [3, 6] },
    titles: [
      w(
        '{service}提交后没有回执，不知道算不算数',
        '{service}: no receipt after applying, so nobody knows if it counts',
      ),
      w(
        '网上办{service}，连交{n}次被记成{n}件',
        '{service}: {n} tries online were filed as {n} applications',
      ),
    ],
    description: w(
      '在手机端办{service}，材料上传后页面退回首页，没有任何提示。连交{n}次，窗口查到{n}条记录，工作人员也说不清哪一条有效。',
      'Tried the {service} page on a phone. After uploading, it went back to the start without a word. Trying {n} times left {n} records, and the counter could not say which one counted.',
    ),
    reply: '提交结果页由开发单位修改，加显受理编号；此前的重复记录由{we}逐条清理，不影响办理。',
    half: { remedy: '增加了“提交成功”页面。', still: '有成功页面，但没有编号，重复提交仍生成多条记录。' },
    remedy: '提交后立即显示受理编号并发短信，同一人当日重复提交自动合并为一条。',
    remedyKind: 'mechanism',
    now: w(
      '提交一次、再重复提交一次：都收到编号和短信，窗口只查到一条记录。',
      'Applied once, then again: a number and a text message both times, and only one record at the counter.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    slots: { k: [3, 6], m: [12, 35] },
    titles: [
      w(
        '{service}填到第{k}步掉线，前面全部清空',
        '{service}: the page drops out at step {k} and loses everything',
      ),
      w(
        '填了{m}分钟，一返回全没了：{service}不能存草稿',
        '{m} minutes of typing gone: the {service} form keeps no draft',
      ),
    ],
    description: w(
      '网上办{service}，填到第{k}步时提示“会话已过期”，返回后前面的内容全部清空。重填一遍用了{m}分钟，页面没有“保存草稿”。',
      'At step {k} of the {service} form the page said “session expired” and everything typed was lost. Filling it in again took {m} minutes. There is no way to save a draft.',
    ),
    reply: '会话时限原为十五分钟，确实偏短。已请开发单位延长时限并增加自动保存。',
    half: { remedy: '会话时限延长到三十分钟。', still: '不再掉线，但点“上一步”仍会清空已填内容。' },
    remedy: '会话时限延长到六十分钟，每一步自动保存，七天内可以接着填。',
    remedyKind: 'mechanism',
    now: w(
      '中途关掉页面，隔天登录，内容都在，从断开的那一步接着填。',
      'Closed the page half way and signed in the next day: everything was there, at the step where we stopped.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'minor',
    slots: {
      browser: [
        '安卓手机自带的浏览器|the browser an Android phone comes with',
        '老款手机的浏览器|the browser of an older phone',
        '微信里打开的页面|the page opened from a chat app',
        '平板电脑|a tablet',
      ],
    },
    titles: [
      w('用{browser}办{service}，点“下一步”没反应', '{service}: “next” does nothing in {browser}'),
      w('{service}挑浏览器：换一种打开，按钮就失灵', '{service} works in one browser only'),
    ],
    description: w(
      '用{browser}办{service}，填完后点“下一步”没有反应，也不报错。换成电脑浏览器，同样的内容一次通过。页面上没有写需要什么浏览器。',
      'Filled in the {service} form with {browser}: “next” did nothing and showed no error. A desktop browser took the same entries at once. The page does not say which browser it needs.',
    ),
    reply: '经测试，部分浏览器与页面脚本不兼容。{we}已安排兼容性改造，改造期间在页首写明可用的浏览器。',
    half: { remedy: '在页首注明“请使用电脑浏览器”。', still: '只加了一行提示，手机上仍然点不动。' },
    remedy: '重写表单脚本，六种常用浏览器逐一测试后上线。',
    remedyKind: 'one_off',
    now: w(
      '用手机、平板和电脑各办一次，都能走到最后一步。',
      'Phone, tablet and desktop all reach the last step now.',
    ),
    refusal: {
      reason: 'cost',
      note: '该系统将于明年整体更换，单独改造旧页面需另列经费，{we}暂不单独改造，已在页首写明可用的浏览器。',
    },
  },
  {
    category: 'unanswered',
    place: 'online',
    severity: 'ordinary',
    slots: {
      n: [8, 10],
      m: [5, 7],
      d: [
        '周一上午|on a Monday morning',
        '周三下午|on a Wednesday afternoon',
        '节后第一天|on the first day after the holiday',
        '月底两天|over the last two days of the month',
      ],
    },
    titles: [
      w(
        '{service}咨询电话拨{n}次，{m}次没人接',
        '{service}: {m} of {n} calls to the enquiry line went unanswered',
      ),
      w('公布的{service}咨询电话，响到自动挂断', 'The {service} enquiry line rings until it cuts off'),
    ],
    description: w(
      '{d}拨打办事指南上的{service}咨询电话{n}次，{m}次响到自动挂断，其余占线。没有语音信箱，也没有说明何时再打。',
      'Called the number in the {service} guide {n} times {d}. It rang out {m} times and was engaged otherwise. No voicemail, no word on when to try again.',
    ),
    reply: '该号码由一名同志兼任接听，忙时确有漏接。已增加接听人员，并开通未接来电回拨。',
    half: {
      remedy: '要求经办人员保持电话畅通。',
      still: '换三个时段各拨三次，仍有四次无人接听，也没有回拨。',
    },
    remedy: '咨询电话改为三席轮值，漏接的当日回拨，接通率每周公布。',
    remedyKind: 'mechanism',
    now: w(
      '不同时段拨打十次，九次三十秒内接通，一次漏接后二十分钟内回拨。',
      'Ten calls at different times: nine answered within half a minute, the tenth called back within twenty minutes.',
    ),
  },
  {
    category: 'unanswered',
    place: 'online',
    severity: 'minor',
    slots: { d: [4, 9] },
    titles: [
      w(
        '网上问{service}，{d}天后等来一句“请到窗口咨询”',
        'Asked online about {service}: {d} days later, “please ask at the counter”',
      ),
      w(
        '{service}在线客服只会发链接，问不到人',
        '{service}: the chat assistant only sends links, and no person follows',
      ),
    ],
    description: w(
      '在网站留言问{service}的两个具体问题，{d}天后收到一句“请到窗口咨询”。再问在线客服，发来的都是办事指南的链接，输入“人工”没有反应。',
      'Left two specific questions about the {service} on the website. The answer, {d} days later, was “please ask at the counter”. The chat assistant only sent links to the guide, and typing “agent” did nothing.',
    ),
    reply: '留言由值班人员统一答复，未转业务科室，答复不到位。已明确业务问题由业务科室当面答复、写明依据。',
    half: { remedy: '对值班人员进行提醒。', still: '再留言一次，答复仍是“请以窗口解释为准”。' },
    remedy: '留言按事项直接派到业务科室，两个工作日内答复，答非所问的退回重答。',
    remedyKind: 'mechanism',
    now: w(
      '留言三个问题，最慢的一天半后答复，都写明了依据和要带的材料。',
      'Three questions left, the slowest answered in a day and a half, each with its rule and the papers to bring.',
    ),
  },
  {
    category: 'waiting',
    place: 'online',
    severity: 'ordinary',
    slots: { n: [3, 5], m: [8, 16] },
    titles: [
      w(
        '{service}承诺{n}个工作日，实际等了{m}个',
        '{service}: promised in {n} working days, delivered in {m}',
      ),
      w(
        '说好{n}天，等了{m}天：{service}超时没有一句解释',
        '{service} took {m} working days instead of {n}, without a word',
      ),
    ],
    description: w(
      '办事指南写{service}{n}个工作日办结。网上提交后，第{m}个工作日才收到结果，其间没有补正通知，也没有延期说明。',
      'The guide promises the {service} in {n} working days. The result came on working day {m}, with no request for papers and no notice of delay.',
    ),
    reply: '经查，该件在内部流转时停留过久，超过承诺时限，责任在{we}。已向当事人说明，并清查同期办件。',
    half: { remedy: '对超时件逐件催办。', still: '新交一件，承诺时限过后仍未办结，也没有收到延期告知。' },
    remedy: '系统加设倒计时提醒，到期前一日自动提级督办；确需延期的先发短信说明理由。',
    remedyKind: 'mechanism',
    now: w(
      '又交两件，都在承诺时限内办结，其中一件提前一天。',
      'Two further applications were both done within the promised time, one of them a day early.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'minor',
    slots: { d: [2, 6] },
    titles: [
      w(
        '{service}办结短信晚到{d}天，人已经白跑一趟',
        '{service}: the “ready” message came {d} days late, after a wasted trip',
      ),
      w(
        '{service}已办好{d}天，没人告诉申请人',
        '{service} had been done for {d} days and nobody told the applicant',
      ),
    ],
    description: w(
      '{service}系统里已办结，短信过了{d}天才到。其间电话询问，答复是“等短信”；到窗口一问，{result}早就可以取了。',
      'The system showed the {service} as done, but the message came {d} days later. On the phone the answer was “wait for the message”. At the counter the {result} had long been ready.',
    ),
    reply: '短信由市级平台按批次发送，遇故障会顺延。{we}已与平台对接，改为办结即发。',
    half: { remedy: '由窗口人员电话通知。', still: '只有一部分人接到电话，短信仍晚了两天。' },
    remedy: '短信改为办结即发，发送失败的当日转人工电话通知。',
    remedyKind: 'mechanism',
    now: w(
      '办结与短信相隔不到十分钟，实测三次都是如此。',
      'The message came within ten minutes of completion in all three tries.',
    ),
    transfer: '短信由省级统一平台发送，发送时间不由本市部门设置，已转省政务平台运维单位处理。',
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    titles: [
      w(
        '{service}网上显示“已办结”，到窗口{result}还没做好',
        '{service}: “done” online, yet the {result} was not ready at the counter',
      ),
      w(
        '手机上说好了，窗口说没有：{service}状态对不上',
        '{service}: the app says ready, the counter says no',
      ),
    ],
    description: w(
      '手机端显示{service}“已办结，请领取”。当天到窗口，工作人员说{result}还在制作，让过两天再来，但页面状态一直没有变。',
      'The app said the {service} was “done, please collect”. At the counter the same day the {result} was still being made, “come back in two days”. The status did not change.',
    ),
    reply: '“已办结”指审批通过，不含制证时间，表述容易误解。{we}将状态拆开显示。',
    half: { remedy: '在页面下方加了说明文字。', still: '说明在页面最底部，状态仍写“已办结，请领取”。' },
    remedy: '状态拆为“审批通过”“正在制作”“可以领取”，到最后一步才发领取短信。',
    remedyKind: 'mechanism',
    now: w(
      '从提交跟到领取，三个状态都与实际相符，收到短信时证件已在窗口。',
      'Followed one case to the end: the three states were true, and the document was there when the message came.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    counter: true,
    severity: 'ordinary',
    slots: { m: [3, 9] },
    titles: [
      w(
        '{service}办理点早已搬走，网上还是旧地址',
        '{service}: the office moved long ago, the website still gives the old address',
      ),
      w(
        '按地图去办{service}，走到了{m}百米外的旧址',
        '{service}: the map leads to an old office {m} hundred metres away',
      ),
    ],
    description: w(
      '按网站上的地址去办{service}，门口贴着“已搬迁”的告示。新址在{m}百米外，网站、地图和手机端三处都没有改。',
      'Went to the address given for the {service} and found a “moved” notice. The new office is {m} hundred metres away. The website, the map and the app all still gave the old one.',
    ),
    reply: '搬迁后只更新了大厅公告，网上信息漏改。已逐个平台更正。',
    half: { remedy: '网站地址已更正。', still: '网站改了，手机端和地图上仍是旧址。' },
    remedy: '网站、手机端、地图三处一并更正；今后搬迁前须先改网上信息再贴公告。',
    remedyKind: 'one_off',
    now: w(
      '三处地址一致，按手机地图导航，直接到新址门口。',
      'All three now agree, and the phone’s map leads to the new door.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    counter: true,
    severity: 'minor',
    slots: { y: [2019, 2022] },
    titles: [
      w(
        '网上下载的{service}表格是{y}年旧版，窗口不收',
        '{service}: the form to download dates from {y}, and the counter will not take it',
      ),
      w(
        '{service}：照网上的表填好，窗口说“早换了”',
        '{service}: the form on the website was replaced long ago',
      ),
    ],
    description: w(
      '从网站下载{service}表格，页脚写着{y}年版。填好带到窗口，被告知已换新版，只能当场重填。网站上查不到新表。',
      'Downloaded the {service} form, whose footer says {y}. The counter wanted the new version, so it had to be filled in again on the spot. The new one is not on the website.',
    ),
    reply: '表格更新后网站未同步。已替换，并对其他事项的表格做了一遍核对。',
    half: { remedy: '网站附件已更换。', still: '网站换了，手机端下载的仍是旧表。' },
    remedy: '各平台改为引用同一份表格，换一处、处处更新；旧版在过渡期内照收。',
    remedyKind: 'mechanism',
    now: w(
      '网站和手机端下载的都是新版，窗口当场收下。',
      'Website and app now give the new form, and the counter took it.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'minor',
    slots: { n: [5, 7], m: [10, 20] },
    titles: [
      w(
        '{service}办理时限，网站写{n}天，手机端写{m}天',
        '{service}: {n} days on the website, {m} days in the app',
      ),
      w('{service}同一份指南，两个平台两种说法', '{service}: one guide, two platforms, two versions'),
    ],
    description: w(
      '{service}的办理时限，网站写{n}个工作日，手机端写{m}个工作日，收件方式也不一样。问窗口，答“以实际为准”。',
      'For {service} the website promises {n} working days and the app {m}, and they differ on how to hand in. The counter says “it depends”.',
    ),
    reply: '两个平台的指南分别维护，更新时间不同步。已按最新标准统一，以短的为准。',
    half: { remedy: '手机端时限已改。', still: '时限一致了，收件方式仍写得不一样。' },
    remedy: '两个平台改用同一数据源，时限、材料、收件方式逐项核对一致。',
    remedyKind: 'mechanism',
    now: w(
      '逐项对照两个平台，时限、材料、地址、收费都一致。',
      'Compared both line by line: time, papers, address and fees agree.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    forOlder: true,
    severity: 'minor',
    slots: { a: [66, 78] },
    titles: [
      w(
        '{service}页面字太小，{a}岁老人放大就错位',
        '{service}: text too small for a {a}-year-old, and zooming breaks the page',
      ),
      w(
        '“适老版”里没有{service}，一点就跳回普通页',
        '{service}: the version for older users jumps back to the ordinary page',
      ),
    ],
    description: w(
      '{a}岁的体验官用手机办{service}，字号不能调，双指放大后按钮跑到屏幕外。切换“适老版”，点进这个事项又跳回普通页面。',
      'An officer aged {a} tried the {service} page. Text size cannot be set, and zooming pushes the button off the screen. The “seniors” version jumps back to the ordinary page.',
    ),
    reply: '该事项页面未纳入适老改造范围，确有遗漏。已列入本期改造清单。',
    half: { remedy: '页面字号调大一号。', still: '字大了，放大后“提交”仍在屏幕外。' },
    remedy: '完成适老改造：大字、可放大、少步骤，并保留“找人帮办”按钮。',
    remedyKind: 'mechanism',
    now: w(
      '同一位体验官独自办完，没有缩放，也没有求助。',
      'The same officer finished alone, without zooming and without help.',
    ),
  },
  {
    category: 'access',
    place: 'online',
    severity: 'ordinary',
    slots: { k: [3, 7] },
    titles: [
      w(
        '{service}页面，读屏软件读不出“提交”按钮',
        '{service}: screen readers cannot find the “submit” button',
      ),
      w(
        '视障者办{service}：{k}个按钮都被读成“图片”',
        '{service}: a blind user hears “image” for {k} buttons',
      ),
    ],
    description: w(
      '视障体验官用读屏软件办{service}，{k}个按钮都读作“图片”，日期只能用鼠标点选。反复试了四十分钟，没能提交。',
      'A blind officer tried the {service} page with a screen reader. It reads {k} buttons as “image”, and dates can only be picked with a mouse. After forty minutes it was still not submitted.',
    ),
    reply: '页面控件缺少文字标注，不符合无障碍要求。{we}已要求开发单位按标准整改并请视障用户参与测试。',
    half: { remedy: '为按钮补充文字说明。', still: '按钮能读了，日期框仍不能用键盘填写。' },
    remedy: '全部控件补齐标注，日期可键入，上线前由两名视障用户实测通过。',
    remedyKind: 'mechanism',
    now: w('视障体验官独立办完，用时十四分钟。', 'The blind officer finished alone in fourteen minutes.'),
    transfer: '该页面由省级平台统一开发，无障碍改造须由省平台实施，已转该平台并附录屏。',
  },
  {
    category: 'access',
    place: 'online',
    forOlder: true,
    severity: 'ordinary',
    slots: { n: [4, 9] },
    titles: [
      w(
        '{service}刷脸{n}次不过，没有别的办法',
        '{service}: face check failed {n} times, and there is no other way',
      ),
      w(
        '老人办{service}要眨眼张嘴，{n}次都“请重试”',
        '{service}: blink, open your mouth, “try again”, {n} times over',
      ),
    ],
    description: w(
      '七十多岁的体验官办{service}，刷脸要求眨眼、张嘴、转头，{n}次都提示“请重试”，随后被锁一天。页面没有短信验证或人工核验的入口。',
      'An officer in their seventies had to blink, open the mouth and turn the head. After failing {n} times the {service} page locked for a day. It offers neither a text code nor a human check.',
    ),
    reply: '刷脸由统一平台提供，识别率受光线影响。{we}同意增加其他核验方式。',
    half: { remedy: '将重试次数上限由五次提高到十次。', still: '次数多了，还是没有别的核验方式。' },
    remedy: '刷脸三次不过自动转短信加证件号核验，也可预约视频人工核验。',
    remedyKind: 'mechanism',
    now: w(
      '有意不配合刷脸，第三次后出现短信核验，两分钟办完。',
      'After three failed checks the page offered a text code, and all was done in two minutes.',
    ),
    transfer: '刷脸核验由省级身份认证平台统一提供，本市无权修改，已转省平台运维单位，并请其答复办理期限。',
    refusal: {
      reason: 'needs-higher-level',
      note: '核验强度由上级统一规定，{we}不能自行降低。可到任一大厅窗口办理，我们已将意见报上级主管部门。',
    },
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    slots: { d: [16, 48] },
    titles: [
      w('{service}进度停在“审核中”，{d}天没动', '{service}: stuck at “under review” for {d} days'),
      w(
        '{d}天里查了{service}进度九次，九次一模一样',
        '{service}: nine looks in {d} days, always the same status',
      ),
    ],
    description: w(
      '网上办{service}，提交后进度一直是“审核中”，{d}天没有变化。页面不写在哪个科室，也没有联系人，点“催办”提示“功能建设中”。',
      'After applying, the {service} status stayed at “under review” for {d} days. The page names no section and no contact, and “remind” says “under construction”.',
    ),
    reply: '该件已转入内部核查，但系统未反映。已补录进度，并启用催办功能。',
    half: { remedy: '该件已办结并电话告知。', still: '这一件办了，新交的一件仍停在“审核中”，催办仍不可用。' },
    remedy: '进度细分为五段，写明所在科室和预计日期；催办直达分管负责人。',
    remedyKind: 'mechanism',
    now: w(
      '新交一件，三天里状态变了四次，催办当天有人来电。',
      'A new case changed status four times in three days, and a reminder brought a call the same day.',
    ),
  },
  {
    category: 'outdated',
    place: 'online',
    severity: 'minor',
    slots: { n: [5, 9] },
    titles: [
      w('搜“{service}”，前{n}条都不是要找的', 'Searching for {service}: none of the first {n} results is it'),
      w(
        '{service}入口藏在第四层，搜索也搜不到',
        '{service} hides four clicks deep, and search does not find it',
      ),
    ],
    description: w(
      '在“一网通办”搜“{service}”，前{n}条是新闻和旧通知，真正的入口在第二页。从首页点进去要经过四层菜单。',
      'Searching the city portal for the {service}, the first {n} results are news and old notices. The service itself is on page two, or four menus deep from the home page.',
    ),
    reply: '搜索排序按点击量计算，办事入口权重偏低。已请平台单位调整。',
    half: { remedy: '为该事项增加了搜索关键词。', still: '搜全称能找到，搜老百姓平常的叫法仍找不到。' },
    remedy: '搜索改为办事入口排在最前，并收录俗称、旧称和常见错字。',
    remedyKind: 'mechanism',
    now: w(
      '用全称、俗称、错字各搜一次，都排在第一条。',
      'Full name, common name and a misspelling all bring it up first.',
    ),
  },
  {
    category: 'system',
    place: 'online',
    severity: 'minor',
    slots: { k: ['200|200', '300|300', '500|500'], n: [3, 6] },
    titles: [
      w(
        '{service}附件限{k}KB，手机照片传不上去',
        '{service}: uploads limited to {k} KB, too small for a phone photo',
      ),
      w(
        '传{paper}，压缩了{n}遍才过：{service}上传限太小',
        '{service}: the {paper} had to be shrunk {n} times before it uploaded',
      ),
    ],
    description: w(
      '办{service}上传{paper}，限{k}KB以内，手机拍的照片都在3MB以上。用软件压缩{n}遍才传上，窗口又说看不清，退回重传。',
      'The {service} page takes files up to {k} KB, while a phone photo has over 3 MB. The {paper} had to be shrunk {n} times, and was then returned as unreadable.',
    ),
    reply: '限制系早年按网络条件设定，已不合时宜，同意放宽。',
    half: { remedy: '上限放宽到1MB。', still: '1MB仍不够，手机原图照样传不上。' },
    remedy: '上限改为10MB，系统自动压缩，并提示是否清晰。',
    remedyKind: 'one_off',
    now: w(
      '手机原图直接上传成功，窗口看得清。',
      'An untouched phone photo uploads and is readable at the counter.',
    ),
    refusal: {
      reason: 'cost',
      note: '放宽上限须扩容存储，本年度信息化经费已安排完毕，{we}暂不调整，已在页面提供压缩工具。',
    },
  },
  {
    category: 'steps',
    place: 'online',
    forOlder: true,
    severity: 'ordinary',
    slots: { a: [71, 86] },
    titles: [
      w(
        '替{a}岁父亲代办{service}，网上没有“代办”入口',
        '{service}: no way to apply online for a father aged {a}',
      ),
      w(
        '子女代办{service}，只能借老人的手机刷老人的脸',
        '{service}: children can only help by borrowing a parent’s phone and face',
      ),
    ],
    description: w(
      '体验官替{a}岁的父亲办{service}，网上没有代办选项，只能用老人的手机、刷老人的脸。打电话问，答“让老人自己来窗口”。',
      'An officer applied for the {service} on behalf of a father aged {a}. The page has no such option, only his own phone and face will do. The enquiry line said “let him come to the counter”.',
    ),
    reply: '法律允许委托办理，线上确实没有开通。{we}将开通亲友代办。',
    half: { remedy: '窗口开通凭委托书代办。', still: '窗口可以代办了，网上仍没有入口。' },
    remedy: '网上开通亲友代办，绑定一次亲属关系，此后可代办全部可委托事项。',
    remedyKind: 'mechanism',
    now: w(
      '用自己的手机替父亲办完，老人只回了一条确认短信。',
      'Done from the officer’s own phone; the father only confirmed by text message.',
    ),
    refusal: {
      reason: 'no-legal-basis',
      note: '该事项按规定须由本人确认，现行办法没有网上委托的规定，{we}暂不能开通，行动不便的可预约上门。',
    },
  },
  {
    category: 'system',
    place: 'online',
    severity: 'ordinary',
    slots: {
      char: [
        '“㛃”|a rare character',
        '间隔号“·”|a dot between two parts',
        '“喆”|an uncommon character',
        '“彧”|a seldom used character',
      ],
    },
    titles: [
      w('名字里有{char}，{service}系统认不出来', '{service}: the system does not take {char}'),
      w(
        '办{service}输不进名字，被说成“与证件不符”',
        '{service}: a name that cannot be typed is “not as on your identity card”',
      ),
    ],
    description: w(
      '姓名含{char}的市民办{service}，输入后提示“姓名与证件不符”。窗口建议换一个同音字，结果{result}上的名字是错的。',
      'A resident whose name has {char} is told “not as on your identity card”. The counter suggested another spelling, and the {result} came out with a wrong name.',
    ),
    reply: '系统字库版本较旧，已联系开发单位升级。升级前由窗口人工录入，错误的证件免费更换。',
    half: { remedy: '该市民的证件已人工更正。', still: '这一位改好了，换一个名字再试仍提示不符。' },
    remedy: '字库升级并与公安人口库对接，姓名不再手工输入。',
    remedyKind: 'mechanism',
    now: w('用五个同类姓名测试，全部通过，证件打印无误。', 'Five such names all pass and print correctly.'),
    transfer: '字库由省级业务系统统一配置，本市无法升级，已附姓名样例转省级系统运维单位。',
  },
  {
    category: 'waiting',
    place: 'online',
    severity: 'ordinary',
    slots: { m: [2, 5], n: [5, 7] },
    titles: [
      w(
        '{service}预约放号{m}分钟就满，没有候补',
        '{service}: appointments gone in {m} minutes, no waiting list',
      ),
      w('连续{n}个早上抢{service}的号，一次没抢到', '{service}: {n} mornings of trying, not one appointment'),
    ],
    description: w(
      '{service}每天8:00放号，连续{n}个工作日准点去抢，都在{m}分钟内约满。没有候补，也不提示退号，只能第二天再来。',
      'Appointments for the {service} open at 8:00. On {n} working days in a row they were gone within {m} minutes. There is no waiting list and no notice of cancelled slots.',
    ),
    reply: '近期办件集中，号源不足。{we}将增加号源，开通候补，并清理囤号账号。',
    half: { remedy: '每日号源增加两成。', still: '号多了，仍在六分钟内约满，没有候补。' },
    remedy: '开通候补和退号短信，号源分上午、下午两次放出，并留三成给现场取号。',
    remedyKind: 'mechanism',
    now: w(
      '连续五个工作日实测，五次都约到，其中两次来自候补。',
      'Five working days, five appointments, two of them from the waiting list.',
    ),
    refusal: {
      reason: 'already-rule',
      note: '号源已按办理能力放足，并按规定预留三成给现场取号，继续加号会延长现场等候。{we}维持现行做法，欢迎继续监督。',
    },
  },
  {
    category: 'system',
    place: 'online',
    severity: 'minor',
    slots: {
      t: [
        '晚上六点|at six in the evening',
        '周五下午五点|on Fridays at five',
        '中午十二点|at noon',
        '每月最后一天|on the last day of each month',
      ],
    },
    titles: [
      w('{service}网上系统也“下班”，{t}准时关闭', '{service}: the online system goes home {t}'),
      w('{t}打开{service}，页面写着“非工作时间”', '{service} says “out of hours” {t}'),
    ],
    description: w(
      '{t}网上办{service}，页面提示“非工作时间，暂停受理”，已填的内容不能保存。指南写的是“全天可办”。',
      'Opened {service} {t} and met “out of hours, service suspended”. Nothing typed can be saved. The guide promises service around the clock.',
    ),
    reply: '系统在非工作时间与后台对账，故暂停提交。{we}将改为先收件、后对账。',
    half: { remedy: '指南改写为“工作时间可办”。', still: '只是改了指南，系统照样关闭。' },
    remedy: '改为全天收件，对账时段内提交的次日一早处理，页面写明。',
    remedyKind: 'mechanism',
    now: w(
      '周日深夜提交成功，次日上午九点前收到受理短信。',
      'Sent late on a Sunday night, accepted by message before nine the next morning.',
    ),
    refusal: {
      reason: 'needs-higher-level',
      note: '该系统由上级统一建设、统一设定开放时间，{we}没有修改权限，已书面反映。',
    },
  },
];
