// Package gateway answers whether a caller may act on the pump that a request names.
package gateway

type Caller struct {
	Account string
	Role    string // patient, clinician, follower
}

// Relations knows who belongs to whom; an unknown pump has no relations.
type Relations interface {
	Between(account, pump string) (role string, known bool)
}

// Rule of a route: the roles that may call it. A route without a rule is refused.
type Rule struct{ Roles []string }

// Allowed is asked before any handler runs.
// @implements SRS-111
func Allowed(relations Relations, rules map[string]Rule, route string, caller Caller, pump string) bool {
	rule, ruled := rules[route]
	role, known := relations.Between(caller.Account, pump)
	if !ruled || !known || role != caller.Role {
		return false
	}
	for _, allowed := range rule.Roles {
		if allowed == role {
			return true
		}
	}
	return false
}
