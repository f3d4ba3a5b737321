-- A group never has more places than its maximum, whatever code forgot to lock: the second of two that take its last place
-- waits here for the first and then counts it. Only taking a place and making a group smaller ask; see decision 0017.
CREATE FUNCTION refuse_oversold_group() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  group_id uuid;
  places integer;
  held integer;
BEGIN
  IF TG_TABLE_NAME = 'work_groups' THEN
    group_id := NEW.id;
  ELSE
    group_id := NEW.work_group_id;
  END IF;
  SELECT maximum_schools INTO places FROM work_groups WHERE id = group_id FOR NO KEY UPDATE;
  SELECT count(*) INTO held FROM applications WHERE work_group_id = group_id
    AND placement IN ('offered', 'accepted', 'started', 'completed', 'paused');
  IF held > places THEN
    RAISE EXCEPTION 'Work Group % has % places and % would be held', group_id, places, held
      USING ERRCODE = 'check_violation', CONSTRAINT = 'work_groups_never_oversold';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER applications_place_added AFTER INSERT ON applications FOR EACH ROW
  WHEN (NEW.placement IN ('offered', 'accepted', 'started', 'completed', 'paused'))
  EXECUTE FUNCTION refuse_oversold_group();--> statement-breakpoint
CREATE TRIGGER applications_place_taken AFTER UPDATE OF placement, work_group_id ON applications FOR EACH ROW
  WHEN (NEW.placement IN ('offered', 'accepted', 'started', 'completed', 'paused')
    AND (OLD.placement NOT IN ('offered', 'accepted', 'started', 'completed', 'paused')
      OR OLD.work_group_id IS DISTINCT FROM NEW.work_group_id))
  EXECUTE FUNCTION refuse_oversold_group();--> statement-breakpoint
CREATE TRIGGER work_groups_made_smaller AFTER UPDATE OF maximum_schools ON work_groups FOR EACH ROW
  WHEN (NEW.maximum_schools < OLD.maximum_schools)
  EXECUTE FUNCTION refuse_oversold_group();
