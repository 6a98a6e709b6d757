import {expect, test} from 'vitest';
import {openIn} from '../../../src/doctor/diagnose/open-in.ts';
import {seen, unseen} from '../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../support/diagnosed.ts';

test('one reason covers all that it kept from being looked at', () => {
	expect(openIn(emptyMachine)).toEqual([
		{
			what: 'The way to the service, the account and what the service answers: Nothing was sent, as was asked for.',
			leavesOpen: expect.stringMatching(/^Open: DNS, proxies, TLS and the clock; .*; whether it grants a session\.$/),
			next: 'Run it without --offline.',
		},
	]);
});

test('without credentials for the account it says how to name some', () => {
	const none = unseen('no-credentials', 'There are no credentials that administer the account.');
	const nothing = unseen('nothing-to-look-at', 'There is nothing.');
	const network = {...emptyMachine.network, dns: nothing, tcp: nothing, http: nothing};
	const account = {...emptyMachine.account, administrator: none, trustAnchor: none};
	expect(openIn({...emptyMachine, network, account, live: nothing})).toMatchObject([
		{next: 'Name a CLI profile that administers the account: anchorsmith doctor --admin-profile NAME'},
	]);
});

test('a file that could not be read is open, one that is not there is not', () => {
	const closed = seen({path: '/etc/pki/key.pem', access: {isReadable: false, obstacle: '/etc/pki'} as const});
	const gone = unseen('failed', 'There is no such file.', 'ENOENT');
	const files = {...emptyMachine.files, privateKey: closed, certificate: gone};
	expect(openIn({...emptyMachine, files}).map(({what}) => what)).toContain(
		'The private key: /etc/pki/key.pem could not be read.',
	);
});
