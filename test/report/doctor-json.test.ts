import {expect, test} from 'vitest';
import {doctorJson} from '../../src/report/doctor-json.ts';
import {readEnvelope} from '../support/envelope.ts';
import {wholeDiagnosis} from '../support/whole-evidence.ts';

const document = {titleOf: () => 'Files', asTyped: (advice: string) => advice.replace('chmod', '/bin/chmod')};

function documentOf(result: object): string {
	return `${JSON.stringify({schema: 'anchorsmith/doctor/1', ok: false, result, error: null})}\n`;
}

test('every member that a diagnosis may have is in the schema', () => {
	const result = doctorJson(wholeDiagnosis(), {
		...document,
		mended: [{what: 'It.', did: ['Done.']}],
		bundle: '/tmp/evidence.json',
	});
	expect(readEnvelope('doctor', documentOf(result)).result).toEqual(result);
	expect(result.cause?.remedy).toEqual({
		what: 'Let gertrud read it.',
		who: 'operator',
		commands: ['/bin/chmod 600 /home/gertrud/private-key.pem'],
		mendable: true,
	});
});

test.each([
	{state: 'granted', assumedRoleArn: 'arn', durationSeconds: 900},
	{state: 'unknown', missing: 'the role'},
] as const)('a prediction of $state is by the schema, and there may be no cause', prediction => {
	const {cause: _, ...diagnosis} = wholeDiagnosis();
	const result = doctorJson({...diagnosis, prediction, messages: [{from: 'told', quoted: 'qwerty'}]}, document);
	expect(readEnvelope('doctor', documentOf(result)).result).toMatchObject({cause: null, messages: [{known: null}]});
});
