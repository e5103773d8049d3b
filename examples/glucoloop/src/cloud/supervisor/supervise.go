// Package supervisor judges each proposed dose anew, with code that shares nothing with the dosing service.
package supervisor

import "errors"

// Settings are signed by the clinician; Verified tells that the signature was checked.
type Settings struct {
	Verified      bool
	MaxBolus      float64 // units
	MaxTwoHours   float64 // units
	LowestGlucose float64 // mmol/L at which no dose is given
}

type Proposal struct {
	Units            float64
	DeliveredTwoHour float64
	Glucose          float64
}

var (
	ErrNoSettings = errors.New("no signed settings")
	ErrRefused    = errors.New("above what the settings allow")
)

// Approve is the second of the two approvals that the key service asks for.
// @implements SRS-113
func Approve(settings *Settings, proposal Proposal) error {
	// Without settings every answer is no (RSK-16, CR-91).
	if settings == nil || !settings.Verified {
		return ErrNoSettings
	}
	// Written so that a value that is no number is refused.
	within := proposal.Units >= 0 && proposal.Units <= settings.MaxBolus &&
		proposal.DeliveredTwoHour+proposal.Units <= settings.MaxTwoHours &&
		proposal.Glucose > settings.LowestGlucose
	if !within {
		return ErrRefused
	}
	return nil
}
