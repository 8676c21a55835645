import type { Words } from '../../src/model/words.ts';
import { w } from './words.ts';

/** One government service, with the words that a story about it needs. */
export interface Service {
  readonly id: string;
  /** The English name begins small, as inside a sentence. */
  readonly name: Words;
  readonly department: string;
  readonly pinyin: string;
  /** Where it is offered. */
  readonly ways: 'both' | 'online' | 'hall';
  /** A document that a clerk may ask for. */
  readonly paper?: Words;
  /** What the applicant takes home. */
  readonly result?: Words;
  /** The halls that offer it, where not every hall does. */
  readonly halls?: readonly string[];
  /** Something that nobody seventy or older would ask for. */
  readonly forYounger?: true;
  /** No officer has yet tried it. */
  readonly unvisited?: true;
}

const business = ['city-hall', 'high-tech', 'qingtai'];
const vehicle = ['vehicles', 'city-hall'];

// prettier-ignore
/** The written services of Example City. */
export const services: readonly Service[] = [
  { id: 'social-card', name: w('社保卡补换', 'social security card replacement'), department: 'hrss', pinyin: 'she bao ka bu huan', ways: 'both', paper: w('白底证件照', 'white-background photo'), result: w('新卡', 'new card') },
  { id: 'pension-transfer', name: w('养老保险关系转移', 'pension record transfer'), department: 'hrss', pinyin: 'yang lao bao xian guan xi zhuan yi', ways: 'both', paper: w('缴费凭证', 'contribution record'), result: w('转移办结单', 'transfer notice') },
  { id: 'pension-check', name: w('养老待遇资格认证', 'yearly pension check'), department: 'hrss', pinyin: 'yang lao dai yu zi ge ren zheng', ways: 'both', paper: w('居住证明', 'proof of residence'), result: w('认证回执', 'check receipt') },
  { id: 'jobless', forYounger: true, name: w('失业保险金申领', 'unemployment benefit'), department: 'hrss', pinyin: 'shi ye bao xian jin shen ling', ways: 'both', paper: w('离职证明', 'leaving certificate'), result: w('核准通知', 'approval notice') },
  { id: 'flexible-workers', forYounger: true, name: w('灵活就业参保登记', 'self-employed insurance registration'), department: 'hrss', pinyin: 'ling huo jiu ye can bao deng ji', ways: 'both', paper: w('户口簿复印件', 'household register copy'), result: w('参保凭证', 'insurance certificate') },
  { id: 'talent-subsidy', forYounger: true, name: w('人才补贴申领', 'talent subsidy'), department: 'hrss', pinyin: 'ren cai bu tie shen ling', ways: 'both', paper: w('学历认证报告', 'degree verification report'), result: w('审核通知', 'decision notice') },
  { id: 'remote-care', name: w('异地就医备案', 'out-of-area care registration'), department: 'healthcare', pinyin: 'yi di jiu yi bei an', ways: 'both', paper: w('居住证复印件', 'residence permit copy'), result: w('备案回执', 'registration receipt') },
  { id: 'reimbursement', name: w('医疗费零星报销', 'medical expense claim'), department: 'healthcare', pinyin: 'yi liao fei ling xing bao xiao', ways: 'both', paper: w('费用明细清单', 'itemised bill'), result: w('报销结算单', 'settlement statement') },
  { id: 'maternity', forYounger: true, name: w('生育津贴申领', 'maternity allowance'), department: 'healthcare', pinyin: 'sheng yu jin tie shen ling', ways: 'both', paper: w('出院记录', 'discharge record'), result: w('核定通知', 'assessment notice') },
  { id: 'chronic-illness', name: w('门诊慢特病认定', 'chronic illness approval'), department: 'healthcare', pinyin: 'men zhen man te bing ren ding', ways: 'both', paper: w('病历复印件', 'medical record copy'), result: w('认定通知', 'approval notice') },
  { id: 'family-account', name: w('医保家庭共济', 'family sharing of medical accounts'), department: 'healthcare', pinyin: 'yi bao jia ting gong ji', ways: 'both', paper: w('亲属关系证明', 'proof of kinship'), result: w('绑定回执', 'linking receipt') },
  { id: 'household', name: w('户口迁移', 'household registration transfer'), department: 'police', pinyin: 'hu kou qian yi', ways: 'both', paper: w('房产证明', 'proof of property'), result: w('准迁证', 'transfer permit') },
  { id: 'passport', name: w('护照和通行证申领', 'passport application'), department: 'police', pinyin: 'hu zhao he tong xing zheng shen ling', ways: 'both', paper: w('照片检测回执', 'photo check receipt'), result: w('护照', 'passport'), halls: ['city-hall', 'minghu', 'changqiao'] },
  { id: 'driving-licence', name: w('驾驶证换证', 'driving licence renewal'), department: 'police', pinyin: 'jia shi zheng huan zheng', ways: 'both', paper: w('体检证明', 'medical certificate'), result: w('新驾驶证', 'new licence'), halls: vehicle },
  { id: 'used-car', name: w('二手车过户', 'used-car transfer'), department: 'police', pinyin: 'er shou che guo hu', ways: 'both', paper: w('原始购车发票', 'original sales invoice'), result: w('新行驶证', 'new vehicle licence'), halls: vehicle },
  { id: 'residence-permit', forYounger: true, name: w('居住证申领', 'residence permit'), department: 'police', pinyin: 'ju zhu zheng shen ling', ways: 'both', paper: w('租房合同', 'tenancy contract'), result: w('居住证', 'permit card') },
  { id: 'title-transfer', name: w('二手房转移登记', 'second-hand home transfer'), department: 'realty', pinyin: 'er shou fang zhuan yi deng ji', ways: 'both', paper: w('婚姻状况证明', 'proof of marital status'), result: w('不动产权证', 'title certificate') },
  { id: 'mortgage', name: w('抵押登记', 'mortgage registration'), department: 'realty', pinyin: 'di ya deng ji', ways: 'both', paper: w('贷款合同原件', 'original loan contract'), result: w('登记证明', 'registration certificate') },
  { id: 'property-search', name: w('不动产信息查询', 'property record search'), department: 'realty', pinyin: 'bu dong chan xin xi cha xun', ways: 'both', paper: w('身份证复印件', 'identity card copy'), result: w('查询结果', 'search result') },
  { id: 'company-start', forYounger: true, name: w('企业开办', 'company registration'), department: 'market', pinyin: 'qi ye kai ban', ways: 'both', paper: w('住所使用证明', 'proof of premises'), result: w('营业执照', 'business licence'), halls: business },
  { id: 'company-close', forYounger: true, name: w('企业注销', 'company closure'), department: 'market', pinyin: 'qi ye zhu xiao', ways: 'both', paper: w('清税证明', 'tax clearance certificate'), result: w('注销通知书', 'closing notice'), halls: business },
  { id: 'food-licence', forYounger: true, name: w('食品经营许可', 'food business licence'), department: 'market', pinyin: 'shi pin jing ying xu ke', ways: 'both', paper: w('场所平面图', 'floor plan'), result: w('许可证', 'licence') },
  { id: 'invoices', forYounger: true, name: w('发票代开', 'invoice request'), department: 'tax', pinyin: 'fa piao dai kai', ways: 'both', paper: w('合同复印件', 'contract copy'), result: w('发票', 'invoice') },
  { id: 'home-tax', name: w('二手房交易缴税', 'home sale tax'), department: 'tax', pinyin: 'er shou fang jiao yi jiao shui', ways: 'both', paper: w('家庭住房证明', 'proof of homes owned'), result: w('完税凭证', 'tax receipt') },
  { id: 'marriage', forYounger: true, name: w('结婚登记', 'marriage registration'), department: 'civil', pinyin: 'jie hun deng ji', ways: 'both', paper: w('户口簿原件', 'original household register'), result: w('结婚证', 'marriage certificate') },
  { id: 'relief', name: w('临时救助申请', 'temporary relief'), department: 'civil', pinyin: 'lin shi jiu zhu shen qing', ways: 'both', paper: w('收入证明', 'income statement'), result: w('审核通知', 'decision notice') },
  { id: 'old-age', name: w('高龄津贴申领', 'old-age allowance'), department: 'civil', pinyin: 'gao ling jin tie shen ling', ways: 'both', paper: w('银行卡复印件', 'bank card copy'), result: w('发放通知', 'payment notice') },
  { id: 'adoption', name: w('收养登记', 'adoption registration'), department: 'civil', pinyin: 'shou yang deng ji', ways: 'hall', unvisited: true },
  { id: 'fund-rent', forYounger: true, name: w('租房提取公积金', 'provident fund withdrawal for rent'), department: 'fund', pinyin: 'zu fang ti qu gong ji jin', ways: 'both', paper: w('无房证明', 'proof of owning no home'), result: w('提取凭证', 'withdrawal slip') },
  { id: 'fund-loan', forYounger: true, name: w('公积金贷款', 'provident fund loan'), department: 'fund', pinyin: 'gong ji jin dai kuan', ways: 'both', paper: w('收入证明', 'income statement'), result: w('审批通知', 'loan decision') },
  { id: 'school-transfer', forYounger: true, name: w('中小学转学', 'school transfer'), department: 'education', pinyin: 'zhong xiao xue zhuan xue', ways: 'both', paper: w('学籍卡', 'pupil record card'), result: w('接收函', 'letter of acceptance') },
  { id: 'enrolment', forYounger: true, name: w('入学报名', 'school enrolment'), department: 'education', pinyin: 'ru xue bao ming', ways: 'both', paper: w('居住证明', 'proof of residence'), result: w('录取通知', 'admission notice') },
  { id: 'building-permit', forYounger: true, name: w('施工许可', 'building permit'), department: 'housing', pinyin: 'shi gong xu ke', ways: 'both', paper: w('审图合格书', 'drawing approval'), result: w('许可证', 'permit'), halls: business },
  { id: 'public-rental', name: w('公租房申请', 'public housing application'), department: 'housing', pinyin: 'gong zu fang shen qing', ways: 'both', paper: w('家庭住房证明', 'proof of homes owned'), result: w('轮候通知', 'waiting list notice') },
  { id: 'birth-certificate', forYounger: true, name: w('出生医学证明申领', 'birth certificate'), department: 'health', pinyin: 'chu sheng yi xue zheng ming shen ling', ways: 'both', paper: w('父母身份证原件', 'parents’ original identity cards'), result: w('出生证', 'birth certificate') },
  { id: 'health-certificate', forYounger: true, name: w('健康证申领', 'food handler’s health certificate'), department: 'health', pinyin: 'jian kang zheng shen ling', ways: 'both', paper: w('体检表', 'examination form'), result: w('健康证', 'health certificate') },
  { id: 'hotline', name: w('热线诉求登记', 'hotline request'), department: 'data', pinyin: 're xian su qiu deng ji', ways: 'online' },
  { id: 'sign-in', name: w('实名账号注册', 'city account registration'), department: 'data', pinyin: 'shi ming zhang hao zhu ce', ways: 'online' },
  { id: 'e-licences', forYounger: true, name: w('电子证照申领', 'electronic licence'), department: 'data', pinyin: 'dian zi zheng zhao shen ling', ways: 'online' },
  { id: 'concession-card', name: w('公交优惠卡申领', 'concession bus card'), department: 'transport', pinyin: 'gong jiao you hui ka shen ling', ways: 'both', paper: w('一寸照片', 'passport photo'), result: w('优惠卡', 'concession card') },
  { id: 'road-permit', forYounger: true, name: w('道路运输证换证', 'road transport permit renewal'), department: 'transport', pinyin: 'dao lu yun shu zheng huan zheng', ways: 'both', paper: w('车辆检测报告', 'vehicle test report'), result: w('新证', 'new permit') },
  { id: 'shop-sign', forYounger: true, name: w('店招设置审批', 'shop sign permit'), department: 'city', pinyin: 'dian zhao she zhi shen pi', ways: 'both', paper: w('店招效果图', 'sign drawing'), result: w('批复', 'permit letter') },
  { id: 'street-use', forYounger: true, name: w('临时占道许可', 'street use permit'), department: 'city', pinyin: 'lin shi zhan dao xu ke', ways: 'both', paper: w('占道平面图', 'site plan'), result: w('许可决定', 'permit letter') },
  { id: 'legal-aid', name: w('法律援助申请', 'legal aid'), department: 'justice', pinyin: 'fa lv yuan zhu shen qing', ways: 'both', paper: w('经济困难说明', 'statement of hardship'), result: w('受理决定', 'decision letter') },
  { id: 'notary', name: w('公证申请', 'notarial certificate'), department: 'justice', pinyin: 'gong zheng shen qing', ways: 'both', paper: w('亲属关系证明', 'proof of kinship'), result: w('公证书', 'notarial certificate') },
  { id: 'veterans-card', name: w('优待证申领', 'veterans’ card'), department: 'veterans', pinyin: 'you dai zheng shen ling', ways: 'both', paper: w('退伍证原件', 'original discharge certificate'), result: w('优待证', 'veterans’ card') },
  { id: 'disability-card', name: w('残疾人证申领', 'disability certificate'), department: 'disabled', pinyin: 'can ji ren zheng shen ling', ways: 'both', paper: w('评残表', 'assessment form'), result: w('残疾人证', 'disability certificate') },
  { id: 'utility-transfer', name: w('水电气联合过户', 'utility account transfer'), department: 'utilities', pinyin: 'shui dian qi lian he guo hu', ways: 'both', paper: w('产权证复印件', 'title certificate copy'), result: w('过户回单', 'transfer slip') },
  { id: 'night-work', forYounger: true, name: w('夜间施工证明', 'night work certificate'), department: 'environment', pinyin: 'ye jian shi gong zheng ming', ways: 'both', paper: w('施工方案', 'work plan'), result: w('证明', 'certificate') },
  { id: 'archive-search', name: w('档案查询', 'archive search'), department: 'archives', pinyin: 'dang an cha xun', ways: 'both', paper: w('单位介绍信', 'letter from an employer'), result: w('档案复印件', 'archive copy') },
  { id: 'planning-notices', name: w('规划公示查询', 'planning notice search'), department: 'planning', pinyin: 'gui hua gong shi cha xun', ways: 'online' },
  { id: 'safety-card', forYounger: true, name: w('安全资格证补办', 'safety certificate replacement'), department: 'emergency', pinyin: 'an quan zi ge zheng bu ban', ways: 'both', paper: w('培训记录', 'training record'), result: w('资格证', 'certificate') },
  { id: 'sports-slots', name: w('体育场馆公益时段预约', 'free sports hall slots'), department: 'sports', pinyin: 'ti yu chang guan gong yi shi duan yu yue', ways: 'online', unvisited: true },
];
