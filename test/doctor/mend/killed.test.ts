import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {faultPoints} from '../../support/fault-points.ts';
import {faultAt, runProgram, writesCounted} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const BROKEN =
	'\uFEFF[profile build]\ncredential_process = /opt/helper\n--role-arn x\n\n[profile other]\nregion = us-east-1\n';
const MENDED =
	'[profile build]\ncredential_process = /opt/helper --role-arn x\n\n[profile other]\nregion = us-east-1\n';

test('a mend that is killed at any write leaves the old file or the new one, and the next run finishes it', async () => {
	const {file, run} = brokenHome();
	const counted = path.join(temporaryFolder(), 'count');
	await run({...faultAt(1_000_000, {countIn: counted})});
	expect(readFileSync(file, 'utf8')).toBe(MENDED);
	for (const write of faultPoints('writes', writesCounted(counted), 9)) {
		const home = brokenHome();
		await home.run(faultAt(write));
		expect([BROKEN, MENDED], `write ${write}`).toContain(readFileSync(home.file, 'utf8'));
		await home.run({});
		expect(readFileSync(home.file, 'utf8'), `after write ${write}`).toBe(MENDED);
		// A lock names a process that is gone, and is taken over by whoever writes next.
		const left = readdirSync(path.dirname(home.file)).filter(name => !/^config(?:\.lock|\.bak-[\w-]+)?$/.test(name));
		expect(left, `after write ${write}`).toEqual([]);
	}
});

function brokenHome() {
	const home = temporaryFolder();
	const file = path.join(home, '.aws/config');
	mkdirSync(path.dirname(file));
	writeFileSync(file, BROKEN);
	const words = ['doctor', '--cli-profile', 'build', '--offline', '--mend'];
	return {file, run: (env: Readonly<Record<string, string>>) => runProgram(words, {env: {HOME: home, ...env}})};
}
