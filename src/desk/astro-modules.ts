import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from '@astrojs/compiler-rs';

/*
 * Imported for its effect: Node itself can then import `.astro` files, by Astro's own compiler. The few pages of the desk
 * are rendered when they are asked for, and need no build.
 */

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.astro')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code, diagnostics } = transform(readFileSync(filename, 'utf8'), {
      filename,
      normalizedFilename: filename,
      internalURL: 'astro/compiler-runtime',
      compact: 'jsx',
      resultScopedSlot: true,
      resolvePath: (specifier: string) => specifier,
    });
    const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
    if (fault !== undefined) throw new Error(`${filename}: ${fault.text}`);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
