import {PATH_DEMANDS} from '../../pki/path/demands.ts';
import {defineCommand} from '../command.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'verify',
	summary: 'Judges the certification path of a certificate, and says why.',
	description:
		'Builds and validates the path from the certificate to a trust anchor as RFC 5280 says: signatures, dates, CA marks, ' +
		'names, name constraints, policies and revocation. Nothing is fetched. Other certificates in the file count as ' +
		'intermediates. Exit code 1 means that the path was refused.',
	operands: {placeholder: 'CERT', minimum: 1, maximum: 1},
	flags: {
		anchor: flag.texts({placeholder: 'FILE', description: 'Trust anchor; may be repeated.'}),
		intermediates: flag.texts({
			placeholder: 'FILE',
			description: 'Certificates between, in any order; may be repeated.',
		}),
		crl: flag.texts({placeholder: 'FILE', description: 'List of revoked certificates; may be repeated.'}),
		revocation: flag.choice({
			choices: ['if-crl-given', 'required'],
			description: 'Whether every certificate must be known not to be revoked; if-crl-given unless said.',
		}),
		at: flag.text({
			placeholder: 'TIME',
			description: 'Moment of judgement, such as 2026-06-01T12:00:00Z; now unless given.',
		}),
		purpose: flag.choice({choices: ['client-auth', 'any'], description: 'What it is for; client-auth unless given.'}),
		maxDepth: flag.integer({
			placeholder: 'NUMBER',
			description: 'Intermediates that a path may hold; 30 unless given.',
			minimum: 0,
			maximum: 90,
		}),
		demands: flag.choice({
			choices: PATH_DEMANDS,
			description:
				'What is asked of certificates: rfc5280, unless given, as issuers must make them; section-6, a valid path; service, what Roles Anywhere is documented to want.',
		}),
		policy: flag.texts({placeholder: 'OID', description: 'Acceptable certificate policy; may be repeated.'}),
		requireExplicitPolicy: flag.toggle({description: 'The path must hold a certificate policy.'}),
		tree: flag.toggle({description: 'Draw what was tried and where each way stopped.'}),
	},
	examples: [
		'verify certificate.pem --anchor root.pem --intermediates chain.pem',
		'verify certificate.pem --anchor root.pem --crl issuing.crl --revocation required --tree',
	],
	async run({operands: [certificate = ''], flags}, context) {
		const {verifyPath} = await import('../verify.ts');
		return verifyPath(
			{
				certificate,
				anchors: flags.anchor,
				intermediates: flags.intermediates,
				crls: flags.crl,
				at: flags.at,
				purpose: flags.purpose ?? 'client-auth',
				revocation: flags.revocation ?? 'if-crl-given',
				maxDepth: flags.maxDepth,
				demands: flags.demands ?? 'rfc5280',
				policies: flags.policy,
				requireExplicitPolicy: flags.requireExplicitPolicy,
				tree: flags.tree,
			},
			context,
		);
	},
});
