import { describe, expect, it } from 'vitest';
import { findPersonal, publicContacts } from '../../../../src/pipeline/check/personal/find-personal.ts';
import { fc } from '../../../seeded-checks.ts';

const nobodys = publicContacts([]);

/** What was found, as `kind text`. */
function found(text: string, allowed = nobodys): string[] {
  return findPersonal(text, allowed).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('findPersonal finds', () => {
  it.each([
    // Telephones
    ['请打13800138000', ['phone 13800138000']],
    ['电话138-0013-8000或138 0013 8001', ['phone 138-0013-8000', 'phone 138 0013 8001']],
    ['（+86）138 0013 8000', ['phone 138 0013 8000']],
    ['+86-13800138000，0086 139 0013 9000', ['phone +86-13800138000', 'phone 0086 139 0013 9000']],
    ['１３８００１３８０００', ['phone １３８００１３８０００']],
    ['１３８—００１３—８０００', ['phone １３８—００１３—８０００']],
    ['138\u200b0013\u200b8000', ['phone 138\u200b0013\u200b8000']],
    ['138\u00ad0013\u00ad8000', ['phone 138\u00ad0013\u00ad8000']],
    [
      '1\u20603\u20608\u20600\u20600\u206013800\u20600',
      ['phone 1\u20603\u20608\u20600\u20600\u206013800\u20600'],
    ],
    ['\u202d138\u202c 0013 8000', ['phone 138\u202c 0013 8000']],
    // What cannot be seen parts two numbers, too.
    ['13800138000\u200b13900139000', ['phone 13800138000', 'phone 13900139000']],
    ['(138)00138000，138(0013)8000', ['phone 138)00138000', 'phone 138(0013)8000']],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎。', ['phone 𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎']],
    ['١٣٨٠٠١٣٨٠٠٠', ['phone ١٣٨٠٠١٣٨٠٠٠']],
    ['1️⃣3️⃣8️⃣00138000', ['phone 1️⃣3️⃣8️⃣00138000']],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', ['phone ①③⑧⓪⓪①③⑧⓪⓪⓪']],
    ['①13800138000', ['phone 13800138000']],
    ['等了½小时…请打 138㎡ 13800138000', ['phone 13800138000']],
    ['一三八零零一三八零零零', ['phone 一三八零零一三八零零零']],
    ['1 3 8 0 0 1 3 8 0 0 0', ['phone 1 3 8 0 0 1 3 8 0 0 0']],
    ['010-65551234转8012，(0755)26551234', ['phone 010-65551234转8012', 'phone (0755)26551234']],
    ['电话：6555 1234', ['phone 6555 1234']],
    ['call (617) 555-0143 or 617.555.0199 x12', ['phone (617) 555-0143', 'phone 617.555.0199 x12']],
    [
      '+44 20 7946 0018, 020 7946 0018, 07700 900123',
      ['phone +44 20 7946 0018', 'phone 020 7946 0018', 'phone 07700 900123'],
    ],
    ['+49 (0)30 901820, 06 12 34 56 78', ['phone +49 (0)30 901820', 'phone 06 12 34 56 78']],
    // Identity numbers
    ['身份证11010519491231002X', ['identity 11010519491231002X']],
    ['１１０１０５１９４９１２３１００２ｘ', ['identity １１０１０５１９４９１２３１００２ｘ']],
    ['110105 19491231 002X', ['identity 110105 19491231 002X']],
    ['老证号 110105491231002', ['identity 110105491231002']],
    // A wrong check sign, but the words say what it is.
    ['身份证号：110105194912310021', ['identity 110105194912310021']],
    ['SSN 078-05-1120, NINO AB 12 34 56 C', ['identity 078-05-1120', 'identity AB 12 34 56 C']],
    ['港证 A123456(3)，台证 A123456789', ['identity A123456(3)', 'identity A123456789']],
    // Cards
    ['卡号 6222 0212 3456 7890 128', ['card 6222 0212 3456 7890 128']],
    ['4111111111111111', ['card 4111111111111111']],
    ['IBAN DE89 3704 0044 0532 0130 00', ['card DE89 3704 0044 0532 0130 00']],
    // Mail and accounts
    [
      'li.lei@example.com.cn；ｌｅｅ＠ｅｘａｍｐｌｅ．ｃｏｍ',
      ['email li.lei@example.com.cn', 'email ｌｅｅ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ],
    ['write to li.lei (at) example (dot) com', ['email li.lei (at) example (dot) com']],
    [
      '微信号：zhangsan88，加V：abc_123，QQ：123456789',
      ['account zhangsan88', 'account abc_123', 'account 123456789'],
    ],
    ['微信13800138000', ['account 13800138000']],
    // Plates
    [
      '粤B·12345、京AD12345、沪A12345D、苏A1234学',
      ['plate 粤B·12345', 'plate 京AD12345', 'plate 沪A12345D', 'plate 苏A1234学'],
    ],
    ['license plate 79CP81', ['plate 79CP81']],
    // Papers
    ['护照 E12345678 和 EA1234567', ['passport E12345678', 'passport EA1234567']],
    ['passport no. 533380006', ['passport 533380006']],
    // Addresses to the door
    ['住中山路12号3栋2单元501室', ['address 住中山路12号3栋2单元501室']],
    ['幸福小区５号楼１２０１室', ['address 幸福小区５号楼１２０１室']],
    ['住在幸福里12弄3号402室', ['address 住在幸福里12弄3号402室']],
    ['她在3单元402', ['address 3单元402']],
    [
      '12 Main St Apt 4B and Flat 3, 12 High Street',
      ['address 12 Main St Apt 4B', 'address Flat 3, 12 High Street'],
    ],
    ['She lives at 12 Main Street', ['address 12 Main Street']],
    // Names
    ['联系人：张三丰', ['name 张三丰']],
    ['填表人：李四', ['name 李四']],
    ['经办人李四说不行', ['name 李四']],
    ['工作人员王丽，态度差', ['name 王丽']],
    ['欧阳女士、王先生、陈阿姨、李科长', ['name 欧阳', 'name 王', 'name 陈', 'name 李']],
    ['刘建国13800138000', ['name 刘建国', 'phone 13800138000']],
    ['Mr Smith and Ms. Mary-Jane O’Neil', ['name Smith', 'name Mary-Jane O’Neil']],
    ['窗口工作人员张小丽', ['name 张小丽']],
    ['窗口工作人员张小丽态度很差', ['name 张小丽']],
    ['工作人员（张小丽）', ['name 张小丽']],
    ['工作人员张\u00ad小丽。', ['name 张\u00ad小丽']],
    ['由张建国处理', ['name 张建国']],
    ['Officer Zhang Wei was kind', ['name Zhang Wei']],
    ['检查人员李明说没有整改，督查员：张三丰', ['name 李明', 'name 张三丰']],
    ['Inspector Zhang Wei came, supervisor: John Smith', ['name Zhang Wei', 'name John Smith']],
    ['contact: John Smith', ['name John Smith']],
    ['Ask Mr Smith, Clerk Mrs Miller', ['name Smith', 'name Miller']],
    ['My name is Mary Major', ['name Mary Major']],
  ])('in %j: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('all of them in a cell, each once, in order', () => {
    const text =
      '张女士（身份证11010519491231002X，电话13800138000、13900139000，邮箱a.b@example.com）住和平里5号楼2单元301室，车牌京A12345';
    expect(found(text)).toEqual([
      'name 张',
      'identity 11010519491231002X',
      'phone 13800138000',
      'phone 13900139000',
      'email a.b@example.com',
      'address 住和平里5号楼2单元301室',
      'plate 京A12345',
    ]);
  });

  it('a number wherever it stands among other words', () => {
    const mobile = fc
      .tuple(
        fc.integer({ min: 3, max: 9 }),
        fc.stringMatching(/^\d{9}$/),
        fc.constantFrom('', '-', ' ', '－'),
      )
      .map(([second, rest, gap]) => `1${second}${rest[0]}${gap}${rest.slice(1, 5)}${gap}${rest.slice(5)}`);
    const words = fc.constantFrom('窗口', '请打', '，', '办理 ', 'call ', '（', '。', '');
    fc.assert(
      fc.property(words, mobile, words, mobile, words, (before, one, between, other, after) => {
        const text = `${before}${one}，${between}${other}。${after}`;
        const places = findPersonal(text, nobodys);
        const left = [...places]
          .reverse()
          .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
        expect(left).not.toMatch(/\d{4}/);
      }),
    );
  });
});

describe('findPersonal passes over', () => {
  it.each([
    '等了 40 分钟，窗口 3 号无人',
    '拨打12345、110、12333或400-810-1234、800-820-8820都没人接',
    '按国办发〔2020〕35号、京政发〔2023〕15号第12条',
    'GB/T 39735-2020，ISBN 978-7-111-12345-6',
    '2025-03-01 09:00-17:00，20250301，2025年3月1日',
    '办公时间 0900-1200 1330-1730',
    '受理编号 20250321001234567、流水号110105194912310021',
    '统一社会信用代码 91110000802100433B',
    '市民中心2楼201室，B座3楼302室，长安街12号',
    '3号窗口，5号楼旁边',
    '工作人员高度重视，工作人员方便时再来，工作人员周末休息，工作人员黄牛不分',
    '由江苏省处理，由江汉区负责，由田径馆负责，由张家口办理，由董事会审核，由王某某处理',
    '工作人员（周一至周五），工作人员周末很少，工作人员齐全',
    '①②③④⑤⑥⑦⑧⑨⑩，5㎡，H₂O，10²',
    'Officer Survey Results, staff song book',
    '张某、李某某、王**都来过',
    '体验官陈述了经过，体验官办公室',
    '检查人员高度重视，督查员于三月到场，监督员查看了现场，inspector report',
    '对于老师来说，管章的老师没上班',
    '微信小程序打不开，微信公众号：政务服务，WeChat account',
    'QQ浏览器',
    '新VI版，川A级旅游，京津冀',
    '从13:00到18:00，1380元，138 001 元',
    '身份证复印件 2 份，护照照片 1 张',
    'Morton Dr Boston, Main Street, Parks Department: 617 requests',
    'Version 1.2.3.4, 10.0.0.1, 3.14159265358979',
    'The clerk asked for 2 copies at 17:25 on May 3, 2025',
    '',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('what the office gives out itself, however it is written', () => {
    const ours = publicContacts(['010-6555 1234', 'Fuwu@example.gov.cn']);
    expect(found('电话（０１０）６５５５１２３４，fuwu@example.gov.cn', ours)).toEqual([]);
    expect(found('010-65551235', ours)).toEqual(['phone 010-65551235']);
  });
});

describe('findPersonal', () => {
  it.each([
    '1',
    '1 ',
    '小区1',
    '李先生',
    '1室',
    '路1号1室',
    '张三1',
    '一',
    'a@',
    'Mr A ',
    '010-',
    '微信a',
    '京A1',
  ])('takes time in proportion to its length on %j, many times over', (part) => {
    const seconds = (times: number) => {
      const { user } = process.cpuUsage();
      findPersonal(part.repeat(times), nobodys);
      return (process.cpuUsage().user - user) / 1e6;
    };
    seconds(100);
    // A pattern that goes back over the text takes minutes; the bound is far from both.
    expect(seconds(20_000)).toBeLessThan(10);
  });

  it('gives places that lie apart, in order, within the text, for any text at all', () => {
    const signs = fc.constantFrom(...'0123456789-+ ()@.张李先生室号楼单元栋路ABab京粤：，#');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs, maxLength: 60 })),
        (text) => {
          let at = 0;
          for (const { start, end } of findPersonal(text, nobodys)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
