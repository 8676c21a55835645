/**
 * Folders of each language whose pages are not in the index of words: findings have a search of their own, and most
 * pages of a large site are theirs; frames and the handbook of staff are no pages for readers.
 */
export const wordless: readonly string[] = ['findings', 'embed', 'handbook', 'search', '404'];
