import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {certificateRules} from '../../src/rules/judge-certificate.ts';
import {ISSUE_AGAIN, MAKE_ISSUER_AGAIN, MAKE_NEW_ISSUER, REQUEST_AGAIN, SIGN_AGAIN} from '../../src/rules/remedies.ts';
import {isPresent} from '../support/judges.ts';
import {keysWorld} from '../support/keys-world.ts';
import {Recipe} from '../support/recipe.ts';

test('stand at the end of fixes, after a colon', () => {
	const commands = [SIGN_AGAIN, MAKE_ISSUER_AGAIN, MAKE_NEW_ISSUER, ISSUE_AGAIN, REQUEST_AGAIN];
	for (const command of commands) {
		expect(certificateRules.filter(({fix}) => fix.endsWith(`: ${command}`))).not.toEqual([]);
		expect(certificateRules.filter(({fix}) => fix.includes(command) && !fix.endsWith(`: ${command}`))).toEqual([]);
	}
});

describe.runIf(isPresent('openssl'))('typed into a shell, they make', () => {
	function type(recipe: Recipe, line: string): void {
		const {status, stderr} = spawnSync('sh', ['-c', line], {cwd: recipe.folder, encoding: 'utf8'});
		expect([status, stderr.includes('rror')]).toEqual([0, false]);
	}

	test('an issuer and a certificate below it, without findings', () => {
		const recipe = new Recipe();
		recipe.run('openssl ecparam -name prime256v1 -genkey -noout -out issuer-key.pem');
		type(recipe, MAKE_ISSUER_AGAIN);
		expect(recipe.judge('issuer.pem', 'anchor')).toEqual([]);

		recipe.run(
			'openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -noenc -keyout private-key.pem -subj /O=Example/CN=host.example.com -out request.csr',
		);
		type(recipe, SIGN_AGAIN);
		expect(recipe.judge('certificate.pem', 'end-entity')).toEqual([]);
	});
});

test('those of this program run as they are written', async () => {
	const {run} = keysWorld();
	for (const command of [MAKE_NEW_ISSUER, ISSUE_AGAIN, REQUEST_AGAIN.replace('HOST', 'OTHER')]) {
		const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
		const passphrase = ['--passphrase-env', 'P'];
		const needsPassphrase = words.includes('create') || words.includes('issue');
		const {code, stderr} = await run([...words.slice(1), ...(needsPassphrase ? passphrase : [])], {
			env: {P: 'throw-away'},
		});
		expect([code, stderr]).toEqual([0, expect.not.stringContaining('rror')]);
	}
});
