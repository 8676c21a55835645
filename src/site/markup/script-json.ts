/**
 * Data as they may stand in a script element: nothing in them can end the element or begin another.
 *
 * @example
 * scriptJson({ name: '</script>' }); // => '{"name":"\\u003c/script\\u003e"}'
 */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
