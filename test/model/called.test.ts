import { describe, expect, it } from 'vitest';
import { called } from '../../src/model/called.ts';

const inspectors = { zh: '检查人员', en: 'inspector' };

describe('those who look, in our own texts', () => {
  it.each([
    ['体验官复核过，写明当时和现在。', '检查人员复核过，写明当时和现在。'],
    ['体验官办公室撤回', '项目办公室撤回'],
    ['体验 {visits} 次，发现 {found} 个问题', '走访 {visits} 次，发现 {found} 个问题'],
    ['Experience officers are', 'Inspectors are'],
    ['the experience officers', 'the inspectors'],
    ['An officer checked', 'An inspector checked'],
    ['no officer has confirmed', 'no inspector has confirmed'],
    ['waiting for an officer’s check', 'waiting for an inspector’s check'],
    [
      'officer_id, officers_id, an office, {found} found',
      'officer_id, officers_id, an office, {found} found',
    ],
  ])('say of inspectors, for %j: %j', (ours, theirs) => {
    expect(called(ours, inspectors)).toBe(theirs);
  });

  it('are as they stand where the programme has no name of its own, in either language', () => {
    expect(called('体验官体验，an officer', {})).toBe('体验官体验，an officer');
    expect(called('体验官，an officer', { en: 'supervisor' })).toBe('体验官，a supervisor');
    expect(called('体验官，an officer', { zh: '监督员' })).toBe('监督员，an officer');
  });

  it('go on trying a service where that is what the name says', () => {
    expect(called('体验官按体验次数', { zh: '服务体验员' })).toBe('服务体验员按体验次数');
  });

  it('take a name for what it is, whatever signs of a pattern are in it', () => {
    expect(called('体验官', { zh: '$&' })).toBe('$&');
    expect(called('officers', { en: 'liaison officer' })).toBe('liaison officers');
  });
});
