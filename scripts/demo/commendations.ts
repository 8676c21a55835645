import type { Words } from '../../src/model/words.ts';
import type { Slot } from './story.ts';
import { w } from './words.ts';

/** One kind of thing done well. */
export interface Praise {
  readonly place: 'online' | 'hall';
  /** The services that it can be said of, where not all. */
  readonly services?: readonly string[];
  readonly slots?: Readonly<Record<string, Slot>>;
  readonly title: Words;
  readonly description: Words;
}

// prettier-ignore
/** Things that officers found done well. */
export const praises: readonly Praise[] = [
  { place: 'hall', slots: { m: [6, 14] }, title: w('{service}{m}分钟办完，一句重复的话都没问', '{service} done in {m} minutes, no question asked twice'), description: w('在{hall}办{service}，从叫号到拿到{result}共{m}分钟。工作人员刷证件调出材料，没有要复印件。', 'At the {hall} the {result} came {m} minutes after our number was called. The clerk called up the papers by identity card, no copies wanted.') },
  { place: 'hall', title: w('办{service}有人从门口带到窗口', 'From door to counter with a guide: {service}'), description: w('两位七十岁以上的体验官到{hall}办{service}，导办员全程陪同，帮着取号、填表，没有重复排队。', 'Two officers over seventy were accompanied through the {hall}, ticket and form included, and never queued twice.') },
  { place: 'hall', slots: { n: [6, 9] }, title: w('{service}告知单写清了“不需要什么”', 'The {service} checklist says what is not needed'), description: w('{hall}的{service}告知单，除了要带的，还列出{n}样“不用带”的材料。问了五位办事人，都说少跑了路。', 'The checklist at the {hall} lists what to bring, and {n} things not to bring. All five people asked said it had saved them a trip.') },
  { place: 'hall', title: w('下班铃响了，{service}窗口把最后一位办完', 'After closing time, the last {service} case was still seen through'), description: w('17:30下班，17:25到{hall}取号办{service}。窗口没有催，办到17:52，还核对了一遍姓名。', 'Took a ticket for {service} at 17:25, five minutes before closing. The {hall} stayed until 17:52 and checked the name once more.') },
  { place: 'hall', title: w('听障市民办{service}，窗口会打手语', 'A deaf resident was served in sign language: {service}'), description: w('陪听障市民到{hall}办{service}，按下窗口的手语按钮，两分钟内来了会手语的工作人员，办完还留了文字联系方式。', 'Went to the {hall} with a deaf resident. The sign language button brought a signing clerk within two minutes.') },
  { place: 'hall', slots: { d: [2, 4] }, title: w('少带一样材料，{service}先收后补', 'One paper missing, {service} accepted all the same'), description: w('办{service}有意少带{paper}，{hall}窗口先受理，允许{d}天内手机补传，没有让人再跑。', 'Left the {paper} at home on purpose. The {hall} accepted the case and let us send it by phone within {d} days.') },
  { place: 'hall', slots: { m: [3, 7] }, title: w('排队只等{m}分钟：办{service}的人多，自动加开窗口', '{m} minutes of waiting: more {service} counters open when it is busy'), description: w('周一上午高峰到{hall}办{service}，前面十一人，大屏提示“已加开两个窗口”，等了{m}分钟。', 'Monday rush at the {hall}, eleven people ahead. The screen said “two more counters opened”, and we waited {m} minutes.') },
  { place: 'hall', title: w('{service}窗口主动指出可以少交一笔钱', 'The {service} counter pointed out a fee that need not be paid'), description: w('在{hall}办{service}，工作人员看了材料，提醒有一项费用今年起免收，帮着改了申请。', 'At the {hall} the clerk noticed that one fee no longer applies this year, and changed the application.') },
  { place: 'hall', title: w('老花镜、放大镜、热水，{service}等候区样样有', 'Reading glasses, a magnifier, hot water in the {service} waiting area'), description: w('{hall}的{service}等候区备有三种度数的老花镜和轮椅，借用不用押证件，东西都是好的。', 'The waiting area at the {hall} lends reading glasses and a wheelchair without a deposit, all in good order.') },
  { place: 'hall', title: w('带孩子办{service}，窗口旁就是看护角', 'A children’s corner next to the {service} counter'), description: w('带四岁孩子到{hall}办{service}，看护角有人照看，坐在窗口能看见孩子。', 'With a child of four at the {hall}: somebody minds the corner, and it can be seen from the counter.') },
  { place: 'hall', title: w('办错了，{service}窗口上门来改', 'A mistake over {service} was put right at the door'), description: w('{result}上有一个字印错。{hall}当天下午派人上门更换，道了歉，没有让人再跑。', 'One character on the {result} was wrong. The {hall} sent somebody that afternoon with a new one and an apology.') },
  { place: 'hall', title: w('新来的说“我去问清楚”，{service}没有被乱答', '“Let me ask”: a new clerk gave no wrong answer on {service}'), description: w('在{hall}问{service}的一个少见情形，年轻工作人员说“我不确定，去问清楚”，五分钟后带着文件回来。', 'Asked the {hall} about a rare case. The young clerk said “I am not sure”, and came back in five minutes with the rule.') },
  { place: 'online', slots: { m: [3, 8] }, title: w('手机上{m}分钟办完{service}，一次都没卡', '{service} on the phone in {m} minutes without a hitch'), description: w('手机端办{service}，身份信息自动带出，只填四栏、传一张照片，{m}分钟提交成功，随即收到编号。', 'Personal data filled themselves in, four lines and one photo remained. Submitted in {m} minutes, and the number came at once.') },
  { place: 'online', slots: { n: [6, 9] }, title: w('{service}试了{n}次，次次当天有结果', '{service}: {n} tries, a result the same day each time'), description: w('不同时段办{service}{n}次，最快两小时，最慢当天下班前办结，承诺是三个工作日。', 'Tried at {n} different times: the fastest took two hours, the slowest the same day. Three working days are promised.') },
  { place: 'online', title: w('{service}被退回，理由写得明明白白', '{service} returned, with a reason anyone can follow'), description: w('有意传错一张材料，两小时后退回，写明错在哪里、正确的样子，还附了样图，改好后当天通过。', 'Sent a wrong paper on purpose. It came back in two hours with what was wrong and a picture of a right one, and passed the same day.') },
  { place: 'online', slots: { s: [15, 40] }, title: w('{service}咨询电话{s}秒接通，一次说全', '{service} line answered in {s} seconds, and fully'), description: w('拨打{service}咨询电话，{s}秒接通。对方问清情况后一次说全材料，挂断前发来短信清单。', 'The enquiry line answered in {s} seconds, asked what the case was, named every paper, and sent the list by message.') },
  { place: 'online', title: w('{service}读屏软件从头读到尾', '{service}: the screen reader reads from start to end'), description: w('视障体验官独立办{service}，每个按钮都读得出，日期可以键入，出错时焦点自动回到该栏，十二分钟办完。', 'A blind officer finished alone in twelve minutes: every button speaks, dates can be typed, and an error leads back to its line.') },
  { place: 'online', services: ['driving-licence', 'residence-permit', 'health-certificate', 'food-licence', 'road-permit', 'concession-card', 'remote-care', 'pension-check'], title: w('不等人问，{service}提前三十天短信提醒', '{service}: reminded thirty days ahead'), description: w('{service}到期前三十天收到短信，写明怎么办、要不要到场，点开就是办理页面。', 'A message came thirty days before, with what to do and whether to come, and a link to the very page.') },
  { place: 'online', slots: { n: [4, 8] }, title: w('{service}进度分{n}段，走到谁手里看得见', '{service}: {n} stages, and who holds the case at each'), description: w('提交{service}后，页面列出{n}个环节，写明现在在哪个科室、最迟哪天完成，与实际相符。', 'After applying, the page lists {n} stages with the section in charge and the latest day, and it was right.') },
  { place: 'online', services: ['old-age', 'concession-card', 'maternity', 'chronic-illness', 'veterans-card'], title: w('{service}不用申请，符合条件自动办', '{service} without applying: it simply comes'), description: w('体验官没有提交申请，系统比对后主动来短信“您可以享受{service}，回复确认即可”，三天办好。', 'No application was made. A message said that we qualify for {service}, and a reply was enough. Done in three days.') },
  { place: 'online', title: w('深夜问{service}，早上八点半就有人答', 'Asked about {service} at night, answered at half past eight'), description: w('23:40在网站留言问{service}，次日8:31收到答复，三个问题逐条回答，写明依据。', 'Left a message at 23:40. The answer came at 8:31: three questions, three answers, each with its rule.') },
  { place: 'online', title: w('{service}指南配了一分钟短片，老人看得懂', 'A one-minute film explains {service}, and older people follow it'), description: w('{service}指南页首有一分钟短片，有字幕和手语。请三位老人看，都能说出要带什么。', 'The guide opens with a one-minute film, with captions and sign language. Three older people could all say what to bring.') },
];
