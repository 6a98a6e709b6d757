import {statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Looked} from '../../src/cli/doctor.ts';
import {mendAndLookAgain} from '../../src/cli/doctor-mend.ts';
import {doctorSurroundings} from '../../src/cli/doctor-surroundings.ts';
import type {Problem} from '../../src/doctor/diagnose/diagnosis.ts';
import type {Mend} from '../../src/doctor/mend/mend.ts';
import {testWorld} from '../support/context.ts';
import {emptyMachine, findingOf} from '../support/diagnosed.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {wholeDiagnosis} from '../support/whole-evidence.ts';

/** A diagnosis whose cause is mended so; without a mend, one that is well. */
function looked(mend?: Mend, message = 'The permissions of its file are 0644.'): Looked {
	const {cause: _, ...well} = wholeDiagnosis();
	const remedy = {what: 'Take the permissions of others away.', who: 'operator' as const, commands: []};
	const cause: Problem = {
		finding: findingOf('key-private', {message}),
		check: 'key',
		remedy: {...remedy, ...(mend && {mend})},
		consequences: [],
	};
	return {evidence: emptyMachine, diagnosis: mend ? {...well, cause} : {...well, verdict: 'sound'}};
}

async function mend(first: Looked, again: readonly Looked[], mayChangeAws = false) {
	const world = testWorld({home: temporaryFolder()});
	const later = [...again];
	const said: string[] = [];
	const mended = await mendAndLookAgain(first, {
		surroundings: await doctorSurroundings({isOffline: true}, world.context),
		mayChangeAws,
		say: text => said.push(text),
		look: async () => later.shift() ?? first,
	});
	return {...mended, said};
}

function openKey(): Mend & {readonly kind: 'mode'} {
	const file = path.join(temporaryFolder(), 'key.pem');
	writeFileSync(file, '', {mode: 0o644});
	return {kind: 'mode', path: file, mode: 0o600};
}

test('mends one cause after the other until nothing is wrong', async () => {
	const [one, two] = [openKey(), openKey()];
	const {mended, note, last, said} = await mend(looked(one), [looked(two, 'Another file, too.'), looked()]);
	expect([one, two].map(({path: file}) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
	expect(mended).toHaveLength(2);
	expect(said[0]).toContain(`chmod 600 ${one.path}`);
	expect({note, verdict: last.diagnosis.verdict}).toEqual({note: undefined, verdict: 'sound'});
});

test('does nothing twice that did not help', async () => {
	const {mended, note} = await mend(looked(openKey()), []);
	expect({count: mended.length, note}).toEqual({count: 1, note: 'Mending did not help.'});
});

test('changes nothing at AWS without a yes', async () => {
	const arn = 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
	const {mended, note} = await mend(looked({kind: 'enable', arn}), []);
	expect({mended, note}).toEqual({mended: [], note: 'Mending this changes things at AWS: add --yes to go ahead.'});
});

test('says when the cause is not for this program to mend', async () => {
	const first = looked(openKey());
	const {cause, ...rest} = first.diagnosis;
	const {mend: _, ...remedy} = cause?.remedy ?? {what: '', who: 'operator', commands: []};
	const broken: Looked = {...first, diagnosis: {...rest, ...(cause && {cause: {...cause, remedy}})}};
	const {mended, note} = await mend(broken, []);
	expect({mended, note}).toEqual({
		mended: [],
		note: 'Nothing was mended: this is not for this program to do by itself.',
	});
});
