import {readPem} from '../../../src/pki/intake/pem.ts';
import type {AnchorBundle} from '../../../src/rules/anchor-bundle.ts';
import {rules} from '../../../src/rules/trust-anchor/rules.generated.ts';
import {issueForTest, pki} from '../certificates.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on what is registered: its text, `<certificate>` standing for the PEM of a good one, `<certificate> times 9` for nine. */
export const trustAnchorExamples = examplesOf<AnchorBundle>(rules, readTrustAnchorExample);

/** The bundle that the example stands for. */
export async function readTrustAnchorExample(example: string): Promise<AnchorBundle> {
	const {root} = await pki();
	const text = example
		.replace(/<certificate> times (\d+)/g, (_match, times: string) => root.pem.repeat(Number(times)))
		.replace(
			'<same name, other key>',
			(await issueForTest({role: 'anchor', subject: root.certificate.subject.der})).pem,
		)
		.replace('<other certificate>', (await issueForTest({role: 'anchor'})).pem)
		.replaceAll('<certificate>\n', root.pem)
		.replaceAll('<certificate>', root.pem.trimEnd());
	return {text, pem: readPem(text)};
}
