declare module 'virtual:organization' {
	const organization: import('./domain/organization.schema.ts').Organization;
	export default organization;
}
