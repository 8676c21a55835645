/**
 * Surnames that begin few ordinary words: with one of them, two or three characters are a full name. The hundred and
 * more most frequent surnames of the Ministry of Public Security's yearly lists, less those in `ordinary`.
 */
export const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶魏苏吕丁沈姚卢姜崔钟谭陆汪范廖邹熊孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴莫赖樊蓝殷施洪翟颜倪俞葛章鲁韦霍伍牟岳齐梅庄辛柯祝甄滕谷卓裴耿冉凌骆臧窦焦柏阮鲍蒲詹靳穆缪聂匡岑褚卞郁邢';

/** Surnames that are ordinary words as well: a name only right before a title. */
export const ordinarySurnames = '高林马梁许程傅贾夏付方石任金万孔白常康向温安易文申严牛古纪童包左尚';

export const doubleSurnames = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文';

/** Words that begin with a surname and are no name. */
export const noNames = new Set(
  `周末 周一 周二 周三 周四 周五 周六 周日 周天 周边 周围 周期 周转 周到 周知 周全 黄牛 黄色 黄线 何时 何地 何处 何种 何人 何事 何况 江苏 江西 江湖 张贴 张数 张口
  陈述 陈列 陈旧 叶子 田间 田地 杜绝 曾经 曾说 谢绝 谢谢 龙头 史料 毛病 毛巾 雷同 雷雨 贺卡 武汉 武警 钱款 钱数 章程 章节 施工 施行 施策 齐全 齐备 齐心 顾客 顾虑 顾及 唐突 洪水
  赖账 段落 段时 汪洋 范围 范本 范文 余额 余下 余款 余人 苏州 吴江 徐州 郑州 郑重 韩国 秦皇 孟子 陆续 陆路 莫名 莫非 梅州 庄重 辛苦 辛劳 祝福 祝贺 卓越 凌晨 焦急 焦虑 穆斯 匡算 郁闷
  胡乱 胡说 罗列 宋体 曹操 彭州 肖像 蒋介 蔡甸 魏都 吕梁 丁字 丁点 沈阳 姜片 崔促 钟表 钟头 钟点 谭木 邹城 熊猫 侯车 薛城 黎明 陶瓷 龚滩 邵阳 蓝色 蓝牙 蓝图 蓝天 殷切 俞加 葛根 鲁莽
  孙女 孙子 朱红 郭外 邓州 冯虚 潘多 袁州 董事 董事会 王牌 王某 李某 张某 刘某 李子 杨树 杨柳 吴语 王国 苏醒 田园 雷达 龙华 龙岗 龙年 龙门 黄昏 黄金 黄河 黄页 江边 江北 江南 江东 陈规 何等
  庄园 庄稼 岳父 岳母 武装 武器 武术 谷物 谷歌 钱包 钱财 施救 施压 章鱼 莫大 莫不 戴着 戴口罩 谢意 曾有 曾在 曾多 曾向 曾被 曾到 曾去 余名 余户 余元 余家 余次 余天 范例 段时间 史上 毛坯 齐发 于是 张家口 张家港 张家界 王府井 江宁 江夏 江津 徐汇 徐家汇 黄浦 黄埔 黄石 黄山 黄冈 宋庄 罗湖 罗浮 邓家 吴中 吴兴 朱家角 谢家集 武侯 武进 武昌`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
