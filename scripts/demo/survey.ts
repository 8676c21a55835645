import type { QuestionKind } from '../../src/model/record.ts';
import type { Words } from '../../src/model/words.ts';
import { w } from './words.ts';

/** One question of the survey. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly wording: Words;
  readonly scale?: string;
  /** The part of respondents who leave it open. */
  readonly missing: number;
}

/** One answer that can be chosen. */
export interface Choice {
  readonly scale: string;
  readonly id: string;
  readonly name: Words;
  readonly weight: number;
}

// prettier-ignore
/** The twelve questions, worded exactly as they are asked. */
export const questions: readonly Question[] = [
  { id: 'overall', kind: 'grade', missing: 0, wording: w('总的来说，您对这次办事满意吗？', 'All in all, how satisfied are you with this visit?') },
  { id: 'clarity', kind: 'grade', missing: 0.02, wording: w('对事先说明的“带什么、怎么办”，您满意吗？', 'How satisfied are you with what you were told beforehand about papers and steps?') },
  { id: 'once', kind: 'grade', missing: 0.03, wording: w('对“一次能办成”，您满意吗？', 'How satisfied are you that it could be done in one go?') },
  { id: 'waiting', kind: 'grade', missing: 0.025, wording: w('对等候时间，您满意吗？', 'How satisfied are you with the waiting time?') },
  { id: 'staff', kind: 'grade', missing: 0.02, wording: w('对工作人员的态度和业务，您满意吗？', 'How satisfied are you with the conduct and knowledge of the staff?') },
  { id: 'online', kind: 'grade', missing: 0.06, wording: w('对网上或自助办理，您满意吗？', 'How satisfied are you with the online or self-service part?') },
  { id: 'answered', kind: 'grade', missing: 0.055, wording: w('对反映问题后的回应，您满意吗？', 'How satisfied are you with the response when you raised a problem?') },
  { id: 'recommend', kind: 'score', missing: 0.04, wording: w('您有多大可能向亲友推荐这种办理方式？（0 为不可能，10 为一定会）', 'How likely are you to recommend this way of doing it to family or friends? (0 not at all, 10 certainly)') },
  { id: 'trips', kind: 'single', scale: 'trips', missing: 0.01, wording: w('为办成这件事，您一共跑了几趟？', 'How many trips did it take in all?') },
  { id: 'source', kind: 'single', scale: 'source', missing: 0.02, wording: w('您主要是怎样知道办理方法的？', 'How did you mainly find out what to do?') },
  { id: 'troubles', kind: 'multiple', scale: 'troubles', missing: 0.05, wording: w('哪些地方费了事？（可多选）', 'What gave you trouble? (choose all that apply)') },
  { id: 'comment', kind: 'text', missing: 0.06, wording: w('还有什么想告诉我们？', 'Is there anything else you would like to tell us?') },
];

// prettier-ignore
/** The answers of the single and multiple choice questions. */
export const choices: readonly Choice[] = [
  { scale: 'trips', id: 'none', name: w('一趟没跑', 'None'), weight: 34 },
  { scale: 'trips', id: 'one', name: w('一趟', 'One'), weight: 46 },
  { scale: 'trips', id: 'two', name: w('两趟', 'Two'), weight: 14 },
  { scale: 'trips', id: 'more', name: w('三趟及以上', 'Three or more'), weight: 6 },
  { scale: 'source', id: 'portal', name: w('网站或手机端', 'Website or app'), weight: 42 },
  { scale: 'source', id: 'counter', name: w('到窗口问', 'Asked at the counter'), weight: 25 },
  { scale: 'source', id: 'hotline', name: w('打热线', 'Hotline'), weight: 11 },
  { scale: 'source', id: 'community', name: w('社区或单位告知', 'Community office or employer'), weight: 12 },
  { scale: 'source', id: 'friends', name: w('亲友告诉', 'Family or friends'), weight: 10 },
  { scale: 'troubles', id: 'papers', name: w('材料多', 'Too many papers'), weight: 24 },
  { scale: 'troubles', id: 'queue', name: w('排队久', 'Long queue'), weight: 22 },
  { scale: 'troubles', id: 'website', name: w('网上不好用', 'Hard to use online'), weight: 18 },
  { scale: 'troubles', id: 'unclear', name: w('说法不一', 'Conflicting answers'), weight: 12 },
  { scale: 'troubles', id: 'phone', name: w('电话打不通', 'Nobody answers the phone'), weight: 9 },
  { scale: 'troubles', id: 'slow', name: w('办得慢', 'Slow'), weight: 10 },
  { scale: 'troubles', id: 'nothing', name: w('都没有', 'None of these'), weight: 40 },
];

/** Remarks of the satisfied. */
export const kindComments: readonly string[] = [
  '无',
  '没有了',
  '挺好',
  '比以前快多了',
  '工作人员态度很好，谢谢',
  '一次就办好了，没想到这么快',
  '希望继续保持',
  '老人家一个人也能办，点赞',
  '手机上办的，几分钟搞定',
  '窗口的小姑娘很耐心，讲得清楚',
  '停车不太方便，其他都满意',
  '建议大厅多放几把椅子',
  '中午也有人，上班族很方便',
  '短信提醒很及时',
  '表格可以再简单一点',
  '希望周六也能办',
  '自助机旁边有人教，挺好的',
  '来之前以为要跑好几趟，结果当场拿到',
  '冷气开得太足了',
  '第一次来，指示牌很清楚',
  '“一网通办”字体能不能再大些',
  '孩子上学的事办好了，\n谢谢各位老师',
  '5星好评',
  'Very helpful, thank you',
];

/** Remarks of the dissatisfied. */
export const crossComments: readonly string[] = [
  '跑了三趟还没办成，每次说的都不一样',
  '电话永远没人接',
  '网上说不要复印件，到了又要',
  '等了一个半小时，窗口只开两个',
  '系统老是崩，填了半天全没了',
  '窗口的人一直在聊天，问话不理',
  '说好三天，半个月了还在审核',
  '地址是错的，白跑一趟，打车花了四十块',
  '老人刷脸怎么都过不去，\n最后还是让抬到大厅',
  '反映过两次，回复都是"已解决"，根本没人来看',
  '能不能不要把人推来推去',
  '材料清单写得看不懂',
];

/** Invented remarks with what looks like personal data, to prove that free text is never published. */
export const privateComments: readonly string[] = [
  '我叫张三，电话13800000000，麻烦给我回个电话',
  '还没办好，请联系李四 13900000000',
  '我妈妈王五的卡一直没到，家里电话 010-00000000',
  '身份证号110000190001010000，帮我查一下到哪一步了',
  '住幸福路0号0单元000室，快递送错了',
  '邮箱 zhangsan@example.com，发我一份清单',
  '工号0000的赵六同志态度特别好，请表扬他',
];
