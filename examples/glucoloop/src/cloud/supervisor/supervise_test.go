package supervisor

import (
	"errors"
	"math"
	"testing"
)

var settings = &Settings{Verified: true, MaxBolus: 2, MaxTwoHours: 6, LowestGlucose: 4.4}

// @verifies TC-219
func TestWrongProposalsAreRefused(t *testing.T) {
	wrong := []Proposal{
		{Units: 2.1, Glucose: 9},
		{Units: 1, DeliveredTwoHour: 5.5, Glucose: 9},
		{Units: 1, Glucose: 4.4},
		{Units: math.NaN(), Glucose: 9},
		{Units: -1, Glucose: 9},
	}
	for _, proposal := range wrong {
		if err := Approve(settings, proposal); !errors.Is(err, ErrRefused) {
			t.Errorf("%+v: %v", proposal, err)
		}
	}
}

// @verifies TC-219
func TestNothingIsApprovedWithoutSettings(t *testing.T) {
	for _, absent := range []*Settings{nil, {MaxBolus: 2, MaxTwoHours: 6}} {
		if err := Approve(absent, Proposal{Units: 0.1, Glucose: 9}); !errors.Is(err, ErrNoSettings) {
			t.Errorf("%+v: %v", absent, err)
		}
	}
}
