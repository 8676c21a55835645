/**
 * Lets two folders change places in one step of the disk, so that at no moment either name is without a folder. Says whether
 * they did. Where the system or the disk has no such step (Windows, many network disks), or what asks for it cannot be loaded, nothing
 * has been moved: the caller goes another way, and meets there whatever else stood in it.
 */
export async function exchange(one: string, other: string): Promise<boolean> {
  // On Windows the package moves three times, by names without Chinese letters.
  if (process.platform === 'win32') return false;
  try {
    const { swapSync } = await import('fs-native-extensions');
    swapSync(one, other);
    return true;
  } catch {
    return false;
  }
}
