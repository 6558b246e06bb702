// Package workspace is the desk at which a verbetermanager works: a server for one person on the same
// machine, and the page that it serves. It shows a folder of journeys, edits their files by text and by
// forms, and shows live what they become. The files on disk stay the truth.
package workspace
