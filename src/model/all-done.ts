/**
 * What all of some work gives. Where one fails the others come to their end before it is told: whatever they work with is then
 * free to be closed or cleared away.
 */
export async function allDone<One>(work: readonly (One | Promise<One>)[]): Promise<One[]> {
  await Promise.allSettled(work);
  return await Promise.all(work);
}
