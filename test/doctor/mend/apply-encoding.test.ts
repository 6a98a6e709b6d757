import {expect, test} from 'vitest';
import {applyMend} from '../../../src/doctor/mend/apply-mend.ts';
import {mendWorld} from '../../support/mend.ts';

const TEXT = '# für alle\n[default]\nregion = us-east-1\n';

test.each([
	['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
	['UTF-16 with its bytes the other way round', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
	['UTF-16 without its mark', Buffer.from(`[default]\nregion = Zür\n`, 'utf16le')],
	['an encoding with one byte for each character', Buffer.from(TEXT, 'latin1')],
])('%s becomes UTF-8, with a backup', async (_what, bytes) => {
	const world = mendWorld();
	world.write('.aws/config', bytes);
	const told = await applyMend({kind: 'encoding', path: world.path('.aws/config')}, world.means);
	expect(world.read('.aws/config')).toContain('ür');
	expect(world.read('.aws/config')).not.toContain('\0');
	expect(told).toEqual([expect.stringContaining('as UTF-8'), expect.stringMatching(/^Undo it: cp -p /)]);
});

test('what is UTF-8 already is not written', async () => {
	const world = mendWorld();
	world.write('.aws/config', TEXT);
	const told = await applyMend({kind: 'encoding', path: world.path('.aws/config')}, world.means);
	expect(told).toEqual([expect.stringContaining('nothing was changed')]);
});
