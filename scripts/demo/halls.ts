import type { Words } from '../../src/model/words.ts';
import { w } from './words.ts';

/** One service hall. */
export interface Hall {
  readonly id: string;
  readonly name: Words;
  readonly district: Words;
  readonly pinyin: string;
  /** Its part of the visits; a hall of weight 0 has never been visited. */
  readonly weight: number;
}

/** The written halls; one hall keeps to vehicles, and no officer has yet been to the last. */
export const halls: readonly Hall[] = [
  {
    id: 'city-hall',
    name: w('市政务服务中心', 'City Service Centre'),
    district: w('望江区', 'Wangjiang District'),
    pinyin: 'shi zheng wu fu wu zhong xin',
    weight: 10,
  },
  {
    id: 'minghu',
    name: w('明湖区政务大厅', 'Minghu Service Hall'),
    district: w('明湖区', 'Minghu District'),
    pinyin: 'ming hu qu zheng wu da ting',
    weight: 6,
  },
  {
    id: 'changqiao',
    name: w('长桥区政务大厅', 'Changqiao Service Hall'),
    district: w('长桥区', 'Changqiao District'),
    pinyin: 'chang qiao qu zheng wu da ting',
    weight: 5,
  },
  {
    id: 'qingtai',
    name: w('青台区政务大厅', 'Qingtai Service Hall'),
    district: w('青台区', 'Qingtai District'),
    pinyin: 'qing tai qu zheng wu da ting',
    weight: 5,
  },
  {
    id: 'yunqiao',
    name: w('云桥区政务大厅', 'Yunqiao Service Hall'),
    district: w('云桥区', 'Yunqiao District'),
    pinyin: 'yun qiao qu zheng wu da ting',
    weight: 4,
  },
  {
    id: 'high-tech',
    name: w('高新区企业服务中心', 'High-Tech Zone Business Centre'),
    district: w('高新区', 'High-Tech Zone'),
    pinyin: 'gao xin qu qi ye fu wu zhong xin',
    weight: 3,
  },
  {
    id: 'chengnan',
    name: w('城南便民服务中心', 'Chengnan Neighbourhood Centre'),
    district: w('长桥区', 'Changqiao District'),
    pinyin: 'cheng nan bian min fu wu zhong xin',
    weight: 3,
  },
  {
    id: 'vehicles',
    name: w('机动车业务大厅', 'Vehicle Services Hall'),
    district: w('青台区', 'Qingtai District'),
    pinyin: 'ji dong che ye wu da ting',
    weight: 0.5,
  },
  {
    id: 'shiyan',
    name: w('石堰镇便民服务中心', 'Shiyan Town Centre'),
    district: w('云桥区', 'Yunqiao District'),
    pinyin: 'shi yan zhen bian min fu wu zhong xin',
    weight: 0,
  },
];
