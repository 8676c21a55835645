import { describe, expect, it } from 'vitest';
import { wishesIn } from '../../src/desk/actions/decide.ts';

describe('wishesIn', () => {
  it.each([
    {
      description: 'a likely entry',
      fields: [['name:departments:市人社局', 'hrss']],
      wishes: ['departments,市人社局,hrss'],
    },
    {
      description: 'another entry of the list',
      fields: [
        ['name:departments:国税局', 'other'],
        ['other:departments:国税局', 'tax'],
      ],
      wishes: ['departments,国税局,tax'],
    },
    {
      description: 'an entry chosen without a mark',
      fields: [
        ['name:halls:大厅:北', ''],
        ['other:halls:大厅:北', 'north'],
      ],
      wishes: ['halls,大厅:北,north'],
    },
    {
      description: 'a mark on a likely entry, whatever is chosen in the list',
      fields: [
        ['name:departments:x', 'hrss'],
        ['other:departments:x', 'tax'],
      ],
      wishes: ['departments,x,hrss'],
    },
    {
      description: 'nothing',
      fields: [
        ['name:departments:x', ''],
        ['other:departments:x', ''],
        ['text:abc123', ''],
        ['words:abc123', '改写'],
      ],
      wishes: [],
    },
    {
      description: 'a redaction in other words, with commas, quotes and lines',
      fields: [
        ['text:abc123', 'redacted'],
        ['words:abc123', '打“总机”,\r\n"没人"接'],
      ],
      wishes: ['abc123,redacted,"打“总机”,\n""没人""接"'],
    },
    {
      description: 'a text as it stands',
      fields: [
        ['text:abc123', 'kept'],
        ['words:abc123', '改写'],
      ],
      wishes: ['abc123,kept'],
    },
    {
      description: 'a name with a comma',
      fields: [['name:departments:市,局', 'tax']],
      wishes: ['departments,"市,局",tax'],
    },
  ])('understands $description', ({ fields, wishes }) => {
    expect(wishesIn(new URLSearchParams(fields))).toEqual(wishes);
  });
});
