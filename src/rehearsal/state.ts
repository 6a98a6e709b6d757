import {choice, integer, list, structure, text, textMap, toggle, type ValueOf} from './shape.ts';

const CERTIFICATE_FIELDS = ['x509Subject', 'x509Issuer', 'x509SAN'] as const;
const EVENTS = ['CA_CERTIFICATE_EXPIRY', 'END_ENTITY_CERTIFICATE_EXPIRY'] as const;

/** Part of a certificate that attribute mappings turn into session tags. */
export const certificateField = choice(...CERTIFICATE_FIELDS);
/** What a notification warns of. */
export const notificationEvent = choice(...EVENTS);

const tag = structure({key: text(), value: text()}, {});

/** What every Roles Anywhere resource has. `sequence` grows with each one made, which gives lists their order. */
const resource = {id: text(), sequence: integer(), createdAt: text(), updatedAt: text()};
const tagged = {...resource, name: text(), enabled: toggle, tags: list(tag)};

const notificationSetting = structure(
	{event: notificationEvent, enabled: toggle, channel: text(), configuredBy: text()},
	{threshold: integer()},
);

const trustAnchor = structure({...tagged, certificates: text(), notificationSettings: list(notificationSetting)}, {});

const rolesAnywhereProfile = structure(
	{
		...tagged,
		roleArns: list(text()),
		managedPolicyArns: list(text()),
		durationSeconds: integer(),
		acceptRoleSessionName: toggle,
		requireInstanceProperties: toggle,
		attributeMappings: list(structure({certificateField, specifiers: list(text())}, {})),
	},
	{sessionPolicy: text()},
);

const crl = structure({...tagged, crlData: text(), trustAnchorArn: text()}, {});

const subject = structure(
	{
		...resource,
		enabled: toggle,
		x509Subject: text(),
		nameDer: text(),
		lastSeenAt: text(),
		credentials: list(
			structure(
				{
					seenAt: text(),
					serialNumber: text(),
					issuer: text(),
					enabled: toggle,
					x509CertificateData: text(),
					failed: toggle,
				},
				{},
			),
		),
		instanceProperties: list(structure({seenAt: text(), properties: textMap(), failed: toggle}, {})),
	},
	{},
);

const role = structure(
	{
		id: text(),
		sequence: integer(),
		createdAt: text(),
		name: text(),
		path: text(),
		trustPolicy: text(),
		maxSessionDuration: integer(),
		tags: list(tag),
		inlinePolicies: list(structure({name: text(), document: text()}, {})),
		attachedPolicyArns: list(text()),
	},
	{description: text(), permissionsBoundary: text()},
);

const issuedSession = structure(
	{
		accessKeyId: text(),
		secretAccessKey: text(),
		sessionToken: text(),
		expiresAt: text(),
		roleArn: text(),
		roleId: text(),
		assumedRoleArn: text(),
		sessionName: text(),
		sourceIdentity: text(),
		principalTags: textMap(),
	},
	{},
);

/** The whole of an emulated account; the state file holds exactly this as JSON. Times are ISO 8601 in UTC. */
export const rehearsalState = structure(
	{
		schema: choice('anchorsmith/rehearsal-state/1'),
		accountId: text({pattern: /\d{12}/}),
		region: text({pattern: /[a-z]{2,}(-[a-z]+)+-\d+/}),
		admin: structure({userId: text(), accessKeyId: text(), secretAccessKey: text()}, {}),
		/** The highest sequence number given out. */
		sequence: integer(),
		trustAnchors: list(trustAnchor),
		profiles: list(rolesAnywhereProfile),
		crls: list(crl),
		subjects: list(subject),
		roles: list(role),
		sessions: list(issuedSession),
	},
	/** The port to answer at again. */
	{port: integer({min: 1, max: 65_535})},
);

export type RehearsalState = ValueOf<typeof rehearsalState>;
export type Tag = ValueOf<typeof tag>;
export type NotificationSetting = ValueOf<typeof notificationSetting>;
/** `certificates` is PEM text as it was sent. */
export type StoredTrustAnchor = ValueOf<typeof trustAnchor>;
export type StoredProfile = ValueOf<typeof rolesAnywhereProfile>;
/** `crlData` is base64 of the bytes as they were sent. */
export type StoredCrl = ValueOf<typeof crl>;
/** `nameDer` is base64 of the subject's DER, which tells subjects apart. */
export type StoredSubject = ValueOf<typeof subject>;
export type StoredRole = ValueOf<typeof role>;
/** Temporary credentials that CreateSession gave out, and whose they are. */
export type IssuedSession = ValueOf<typeof issuedSession>;
