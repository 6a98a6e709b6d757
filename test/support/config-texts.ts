import fc from 'fast-check';

const name = fc.constantFrom(
	'default',
	'profile default',
	'profile a',
	'profile "a"',
	'profile b',
	'profile  b',
	'profile it@x.y',
	'a',
	' profile a ',
	'sso-session corp',
	'services s',
	'DEFAULT',
	'profile c d',
);
const key = fc.constantFrom(
	'region',
	'output',
	'credential_process',
	'role_arn',
	'sso_session',
	'endpoint_url',
	's3',
	'REGION',
	'cli_pager',
	'my key',
	'constructor',
);
const value = fc.oneof(
	fc.constantFrom(
		'',
		'eu-central-1',
		'json',
		'/bin/x --a b',
		'"/a b/c" d',
		'x # note',
		'a=b:c',
		'50%',
		"it's",
		'x ; y',
		'back\\',
		'übung',
		'#x',
	),
	fc.string({maxLength: 8}).map(text => text.replace(/[\r\n\0]/g, '')),
);
const indent = fc.constantFrom('', '', '', '', '  ', '\t', ' ', '    ');
const delimiter = fc.constantFrom(' = ', '=', ' =', ': ', '  =  ');

const line = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.tuple(indent, name, fc.constantFrom('', '', '', ' # note', ' '))
			.map(([i, n, tail]) => `${i}[${n}]${tail}`),
	},
	{weight: 6, arbitrary: fc.tuple(indent, key, delimiter, value).map(([i, k, d, v]) => i + k + d + v)},
	{
		weight: 1,
		arbitrary: fc
			.tuple(indent, fc.constantFrom('# note', '; note', '', '   ', '--flag x', 'junk', '[half', 'a = b'))
			.map(([i, text]) => i + text),
	},
);

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n');

/** Texts of config files from the pieces that matter, most of them with something odd, many of them broken. */
export const oddConfig = fc
	.tuple(fc.array(line, {maxLength: 12}), lineEnd, fc.boolean(), fc.integer({min: 0, max: 20}))
	.map(([lines, end, hasFinalEnd, mark]) => (mark === 0 ? '\uFEFF' : '') + lines.join(end) + (hasFinalEnd ? end : ''));

const tidyKey = fc.tuple(
	fc.constantFrom(
		'region',
		'output',
		'cli_pager',
		'role_arn',
		'source_profile',
		'duration_seconds',
		'credential_process',
	),
	fc.constantFrom(' = ', '=', '  =   '),
	fc.constantFrom('eu-central-1', 'json', 'arn:aws:iam::111122223333:role/x', '/opt/other --trust-anchor-arn x', 'ä ö'),
);
const tidyNested = fc.constantFrom(
	['s3 =', '  max_concurrent_requests = 20', '  addressing_style = path'],
	['s3=', '\ta = b'],
);
const tidyBody = fc
	.tuple(
		fc.uniqueArray(tidyKey, {selector: ([name_]) => name_, maxLength: 4}),
		fc.option(tidyNested, {nil: []}),
		fc.array(fc.constantFrom('', '# note', '; note', '  # indented note'), {maxLength: 3}),
	)
	.map(([keys, nested, notes]) => [...keys.map(parts => parts.join('')), ...nested, ...notes]);

/** Texts of config files that every client reads, laid out as people do: notes, nested settings, any line end. */
export const tidyConfig = fc
	.tuple(
		fc.array(fc.constantFrom('# note', ''), {maxLength: 2}),
		fc.uniqueArray(
			fc.tuple(
				fc.constantFrom('default', 'profile a', 'profile b', 'profile c', 'sso-session corp', 'services s', 'other'),
				tidyBody,
			),
			{selector: ([header]) => header, maxLength: 5},
		),
		fc.constantFrom('\n', '\r\n'),
		fc.boolean(),
		fc.boolean(),
	)
	.map(
		([start, sections, end, hasFinalEnd, hasMark]) =>
			(hasMark ? '\uFEFF' : '') +
			[...start, ...sections.flatMap(([header, body]) => [`[${header}]`, ...body])].join(end) +
			(hasFinalEnd ? end : ''),
	);
