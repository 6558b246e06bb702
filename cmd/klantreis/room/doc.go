// Package room is a klantarena on a network: one laptop with the room on its screen, and the telephones of those who
// are there. The screen and the facilitator's page listen on this machine only; the telephones get pages of their
// own, behind a code that cannot be guessed. What happens is an event of journeys/arena, on disk before anybody
// is told of it.
package room
