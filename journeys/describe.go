package journeys

// Description tells an author what a key is for. Its words stand in descriptions.
type Description struct {
	Dutch, English string
	// Example is YAML that shows the key with a value.
	Example string
}

// In gives the words of a language: "en" English, otherwise Dutch.
func (d Description) In(lang string) string {
	if lang == "en" {
		return d.English
	}
	return d.Dutch
}

// Document gives the words of a language with the example below them.
func (d Description) Document(lang string) string {
	text := d.In(lang)
	if d.Example != "" {
		text += "\n\n" + d.Example
	}
	return text
}

// anyName stands in descriptions for a key that the author chooses.
const anyName = "*"

// Describe gives the description of a key of a mapping, or of a name in KindNames; the zero value when the
// mapping has no such key.
func (s Shape) Describe(key string) Description {
	if s.Kind == KindNames && s.Values == nil {
		key = anyName
	}
	if d, ok := descriptions()[s.What+"."+key]; ok {
		return d
	}
	if s.What == "kolommen" { // each field of a signal, and which column holds it
		field := descriptions()["een signaal in een lijst."+key]
		if field.Dutch == "" {
			return Description{}
		}
		return Description{"Naam van de kolom in het bestand waarin dit veld staat. Het veld: " + field.Dutch,
			"Name of the column in the file that holds this field. The field: " + field.English, "kolommen: {" + key + ": Kolomnaam}"}
	}
	return Description{}
}

// Describe gives the description of the key.
func (k Key) Describe() Description { return Shape{Kind: KindMapping, What: k.what}.Describe(k.Name) }
