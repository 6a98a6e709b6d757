import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/network.ts';
import {seen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {wholeEvidence} from '../../../support/whole-evidence.ts';

test('names the endpoint, the proxy and the protocol', () => {
	expect(check.judge({...emptyMachine, network: wholeEvidence.network}).words).toBe(
		'https://rolesanywhere.eu-central-1.amazonaws.com through http://hall-proxy.example.com:3128, TLSv1.3',
	);
});

test('is unknown where nothing was sent', () => {
	const {endpoint} = wholeEvidence.network;
	expect(check.judge({...emptyMachine, network: {...emptyMachine.network, endpoint}})).toMatchObject({
		words: 'Nothing was sent, as was asked for.',
		state: 'unknown',
	});
});

test('leaves the clock to the check of dates', () => {
	const http = seen({status: 404, headers: {}, isService: true, clockOffset: 3_600_000});
	const {findings} = check.judge({...emptyMachine, network: {...wholeEvidence.network, http}});
	expect(findings.map(({rule}) => rule)).not.toContain('network-clock');
});
