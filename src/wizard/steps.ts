import type {Step} from './step.ts';
import adminProfile from './steps/admin-profile.ts';
import algorithm from './steps/algorithm.ts';
import certificate from './steps/certificate.ts';
import certificateName from './steps/certificate-name.ts';
import certificateSource from './steps/certificate-source.ts';
import cliProfile from './steps/cli-profile.ts';
import days from './steps/days.ts';
import dns from './steps/dns.ts';
import email from './steps/email.ts';
import helper from './steps/helper.ts';
import helperProgram from './steps/helper-program.ts';
import intermediates from './steps/intermediates.ts';
import ip from './steps/ip.ts';
import issuerAlgorithm from './steps/issuer-algorithm.ts';
import issuerCertificate from './steps/issuer-certificate.ts';
import issuerDays from './steps/issuer-days.ts';
import issuerName from './steps/issuer-name.ts';
import issuerPrivateKey from './steps/issuer-private-key.ts';
import issuerSource from './steps/issuer-source.ts';
import issuerSubject from './steps/issuer-subject.ts';
import managedPolicy from './steps/managed-policy.ts';
import part from './steps/part.ts';
import passphrase from './steps/passphrase.ts';
import permissions from './steps/permissions.ts';
import permissionsPolicy from './steps/permissions-policy.ts';
import privateKey from './steps/private-key.ts';
import privateKeyPassphraseFile from './steps/private-key-passphrase-file.ts';
import profileArn from './steps/profile-arn.ts';
import region from './steps/region.ts';
import request from './steps/request.ts';
import roleArn from './steps/role-arn.ts';
import roleName from './steps/role-name.ts';
import roleSource from './steps/role-source.ts';
import rolesAnywhereProfile from './steps/roles-anywhere-profile.ts';
import sessionDuration from './steps/session-duration.ts';
import sessionPolicy from './steps/session-policy.ts';
import setupName from './steps/setup-name.ts';
import subject from './steps/subject.ts';
import trustAnchorArn from './steps/trust-anchor-arn.ts';
import trustAnchorName from './steps/trust-anchor-name.ts';
import trustScope from './steps/trust-scope.ts';
import trustedSubject from './steps/trusted-subject.ts';
import uri from './steps/uri.ts';
import where from './steps/where.ts';
import withIssuing from './steps/with-issuing.ts';

/** Every question of the set-up, in the order in which a person is asked. */
export const steps: readonly Step[] = [
	where,
	part,
	adminProfile,
	region,
	setupName,
	issuerSource,
	issuerName,
	issuerSubject,
	issuerAlgorithm,
	issuerDays,
	withIssuing,
	issuerCertificate,
	issuerPrivateKey,
	passphrase,
	certificateSource,
	request,
	certificateName,
	subject,
	dns,
	uri,
	ip,
	email,
	algorithm,
	days,
	certificate,
	privateKey,
	intermediates,
	privateKeyPassphraseFile,
	trustAnchorArn,
	profileArn,
	trustAnchorName,
	roleSource,
	roleName,
	roleArn,
	permissions,
	permissionsPolicy,
	managedPolicy,
	trustScope,
	trustedSubject,
	rolesAnywhereProfile,
	sessionDuration,
	sessionPolicy,
	cliProfile,
	helper,
	helperProgram,
];
