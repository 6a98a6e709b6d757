import type {ResourceKind} from './change.ts';
import type {Resource} from './resource.ts';
import attachedPolicy from './resources/attached-policy.ts';
import certificate from './resources/certificate.ts';
import certificateRequest from './resources/certificate-request.ts';
import cliProfile from './resources/cli-profile.ts';
import issuer from './resources/issuer.ts';
import role from './resources/role.ts';
import rolePolicy from './resources/role-policy.ts';
import rolesAnywhereProfile from './resources/roles-anywhere-profile.ts';
import trustAnchor from './resources/trust-anchor.ts';

/** Every kind of resource in the order in which they are made (fact sheet, 4.4); they are undone in the other. */
export const resources: readonly Resource[] = [
	issuer,
	certificateRequest,
	certificate,
	trustAnchor,
	role,
	rolePolicy,
	attachedPolicy,
	rolesAnywhereProfile,
	cliProfile,
];

/** The resource of a kind. */
export function resourceOf(kind: ResourceKind): Resource {
	const found = resources.find(resource => resource.kind === kind);
	if (!found) {
		throw new Error(`no resource is of kind ${kind}`);
	}

	return found;
}
