//! A JSON Schema for each type of event.

use proto::event::{CaseDecided, CloudEvent, ComplaintAnswered, ComplaintSettled, DeviationFound, Fact};
use serde_json::{Value, json};
use testkit::unchanged;

use crate::events::{answered, decided, deviated, settled};

/// What is said of the data of a fact. A new type does not compile until it is here.
fn schema_of_data(fact: &Fact) -> Value {
    fn of<T: utoipa::PartialSchema>() -> Value {
        serde_json::to_value(T::schema()).unwrap()
    }
    match fact {
        Fact::ComplaintAnswered(_) => of::<ComplaintAnswered>(),
        Fact::ComplaintSettled(_) => of::<ComplaintSettled>(),
        Fact::DeviationFound(_) => of::<DeviationFound>(),
        Fact::CaseDecided(_) => of::<CaseDecided>(),
    }
}

#[test]
fn each_type_of_event_has_its_schema() {
    for event in [answered(), settled(), deviated(), decided()] {
        let event: CloudEvent = serde_json::from_value(event).unwrap();
        let kind = serde_json::to_value(&event.fact).unwrap()["type"].as_str().unwrap().to_owned();
        // An id in the format of UUIDs, and so on, as for any event; then what this one is called and holds.
        let envelope = serde_json::to_value(<CloudEvent as utoipa::PartialSchema>::schema()).unwrap();
        let envelope =
            envelope["allOf"].as_array().unwrap().iter().find(|part| part["properties"].is_object());
        let mut properties = envelope.unwrap()["properties"].clone();
        properties["specversion"] = json!({ "const": "1.0" });
        properties["source"] = json!({ "const": event.source });
        properties["datacontenttype"] = json!({ "const": "application/json" });
        properties["type"] = json!({ "const": kind });
        properties["data"] = schema_of_data(&event.fact);
        let schema = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("urn:lyssna:event:{kind}"),
            "title": kind,
            "type": "object",
            "required": ["specversion", "id", "source", "subject", "time", "datacontenttype", "type", "data"],
            "properties": properties,
        });
        let schema = serde_json::to_string_pretty(&schema).unwrap();
        unchanged(&format!("proto/events/{kind}.json"), &format!("{schema}\n"));
    }
}
