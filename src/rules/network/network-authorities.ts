import type {AuthoritiesEvidence} from '../../doctor/evidence/network.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {authoritiesVariable} from './sources.ts';
import {failureOf, inBrackets, seenOf} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-authorities',
	severity: 'error',
	title: 'A variable that names certificate authorities names a file with certificates.',
	why: 'Clients trust what AWS_CA_BUNDLE names instead of the usual authorities: without that file they trust nobody, and stop.',
	fix: 'Name the file where it is, or unset the variable where nothing between here and AWS opens TLS.',
	source: authoritiesVariable(['ERR-18', 'HLP-02']),
	examples: {
		fails: 'authorities = AWS_CA_BUNDLE /etc/ssl/corporate.pem ENOENT',
		passes: 'authorities = AWS_CA_BUNDLE /etc/ssl/corporate.pem 1',
	},
	appliesTo: ({network}) => network.authorities.state === 'seen',
	check({network}) {
		const named = seenOf(network.authorities);
		const wrong = named && wrongWith(named.certificates);
		return named === undefined || wrong === undefined
			? []
			: [
					{
						at: 'authorities',
						message: `${named.variable} names ${printable(named.path)}, ${wrong}.`,
						...(named.variable !== 'AWS_CA_BUNDLE' && {severity: 'warning'}),
					},
				];
	},
});

function wrongWith(certificates: AuthoritiesEvidence['certificates']): string | undefined {
	const failure = failureOf(certificates);
	if (failure) {
		return failure.code === 'ENOENT' ? 'which is not there' : `which cannot be read${inBrackets(failure.code)}`;
	}

	return seenOf(certificates) === 0 ? 'in which there is no certificate' : undefined;
}
