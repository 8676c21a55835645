/** The moment that every entry of an archive bears, wherever it is made: zip keeps local time and no zone. */
export const zipTime = '2000-01-01T00:00:00';
