/** Rules of ESLint for LabDesk, as the files that it reads. */
export const RULES = `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, plugins: { security }, rules: security.configs.recommended.rules }];
`;

/** With a rule of LabDesk: the statement of a query is a constant in capitals, and never put together where it is used. */
export const RULES_AND_QUERIES = `import security from 'eslint-plugin-security';
import { parser } from 'typescript-eslint';
const noBuiltSql = {
  meta: { type: 'problem', schema: [], docs: { description: 'Statements are constants (CWE-89)', url: 'https://cwe.mitre.org/data/definitions/89.html' } },
  create: (context) => ({
    CallExpression({ callee, arguments: [statement] }) {
      if (callee.property?.name !== 'query' || !statement) return;
      const isConstant = statement.type === 'Literal' || (statement.type === 'Identifier' && /^[A-Z_]+$/.test(statement.name));
      if (!isConstant) context.report({ node: statement, message: 'The statement is put together here; name a constant and bind the values.' });
    },
  }),
};
const common = { languageOptions: { parser }, linterOptions: { noInlineConfig: true } };
export default [
  { ...common, files: ['src/**/*.ts'], plugins: { security }, rules: security.configs.recommended.rules },
  {
    ...common,
    files: ['src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.test-support.ts'],
    plugins: { labdesk: { rules: { 'no-built-sql': noBuiltSql } } },
    rules: { 'labdesk/no-built-sql': 'error' },
  },
];
`;
export const SECRETS = `import noSecrets from 'eslint-plugin-no-secrets';
import { parser } from 'typescript-eslint';
export default [{ files: ['src/**/*.ts'], languageOptions: { parser }, plugins: { 'no-secrets': noSecrets }, rules: { 'no-secrets/no-secrets': 'error' } }];
`;
