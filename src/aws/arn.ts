import {ok, problem, type Result} from '../result.ts';

/** An Amazon Resource Name taken apart. `resource` keeps everything after the fifth colon. */
export interface Arn {
	readonly text: string;
	readonly partition: string;
	readonly service: string;
	/** Empty for global services such as IAM. */
	readonly region: string;
	/** Twelve digits, or empty. */
	readonly accountId: string;
	readonly resource: string;
}

const PATTERN = /^arn:(aws(?:-[a-z]+)*):([a-z0-9-]+):([a-z0-9-]*):(\d{12})?:([\x21-\x7e]+)$/;

/** Takes an ARN apart; the problem says what is wrong with it. */
export function parseArn(text: string): Result<Arn, string> {
	const match = PATTERN.exec(text);
	if (!match) {
		return problem('is not an ARN: it should read arn:<partition>:<service>:<region>:<account>:<resource>');
	}

	const [, partition = '', service = '', region = '', accountId = '', resource = ''] = match;
	return ok({text, partition, service, region, accountId, resource});
}

/** The kinds of resource that this program names by ARN, each with its exact form (fact sheet, API-04). */
export type ArnKind = 'trust-anchor' | 'profile' | 'crl' | 'subject' | 'role' | 'policy';

const UUID = '[a-f0-9]{8}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{12}';

const FORMS: Readonly<
	Record<ArnKind, {readonly service: string; readonly resource: RegExp; readonly example: string}>
> = {
	'trust-anchor': rolesAnywhere('trust-anchor'),
	profile: rolesAnywhere('profile'),
	crl: rolesAnywhere('crl'),
	subject: rolesAnywhere('subject'),
	role: {
		service: 'iam',
		resource: /^role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/,
		example: 'arn:aws:iam::111122223333:role/NAME',
	},
	policy: {
		service: 'iam',
		resource: /^policy\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,128}$/,
		example: 'arn:aws:iam::aws:policy/NAME',
	},
};

/** Takes apart an ARN that must be of one kind, strictly; the problem says what is wrong and shows a right one. */
export function parseArnOf(kind: ArnKind, text: string): Result<Arn, string> {
	const {service, resource, example} = FORMS[kind];
	const parsed = kind === 'policy' ? parsePolicyArn(text) : parseArn(text);
	if (!parsed.ok) {
		return problem(`${parsed.problem} (for example ${example})`);
	}

	const isRegional = service === 'rolesanywhere';
	const arn = parsed.value;
	if (arn.service !== service || !resource.test(arn.resource)) {
		return problem(`is not the ARN of a ${kind}; one reads ${example}`);
	}

	if (isRegional !== (arn.region !== '') || (arn.accountId === '' && kind !== 'policy')) {
		return problem(
			`${isRegional ? 'lacks its region or account' : 'must have an account and no region'}; one reads ${example}`,
		);
	}

	return parsed;
}

/** AWS's own managed policies carry `aws` where others have an account. */
function parsePolicyArn(text: string): Result<Arn, string> {
	const parsed = parseArn(text.replace(/^(arn:[^:]*:iam::)aws:/, '$1:'));
	return parsed.ok ? ok({...parsed.value, text}) : parsed;
}

function rolesAnywhere(kind: string) {
	return {
		service: 'rolesanywhere',
		resource: new RegExp(`^${kind}/${UUID}$`),
		example: `arn:aws:rolesanywhere:us-east-1:111122223333:${kind}/11111111-2222-4333-8444-555555555555`,
	};
}
