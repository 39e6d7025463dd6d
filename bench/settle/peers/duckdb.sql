-- The rules of SPEC.md for DuckDB. The tables contracts, people and facts are there already.
CREATE TABLE person AS
SELECT person_id, contract_id, start_date AS w0, coalesce(observed_to, DATE '9999-01-01') AS observed_to,
  CAST(start_date - INTERVAL 6 MONTH AS date) AS b0,
  CAST(start_date + INTERVAL 6 MONTH AS date) AS w1,
  CAST(start_date + INTERVAL 12 MONTH AS date) AS w2,
  CAST(start_date + INTERVAL 18 MONTH AS date) AS w3,
  CAST(start_date + INTERVAL 24 MONTH AS date) AS w4,
  CAST(start_date + INTERVAL 30 MONTH AS date) AS w5,
  CAST(start_date + INTERVAL 36 MONTH AS date) AS w6,
  w4 - CAST((w4 - DATE '2001-01-01') % 7 AS integer) AS monday -- 1 January 2001 was a Monday.
FROM people;

CREATE TABLE answer AS
WITH stay AS ( -- What falls into the seven half-years.
  SELECT person_id, greatest(date_from, b0) AS arrival, least(coalesce(date_to, w6), w6) AS departure
  FROM facts JOIN person USING (person_id)
  WHERE measure = 'shelter' AND date_from < w6 AND coalesce(date_to, w6) > b0
),
night AS ( -- No night twice: a stay begins where the earlier ones have ended.
  SELECT person_id, departure,
    greatest(arrival, max(departure) OVER (
      PARTITION BY person_id ORDER BY arrival, departure ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS arrival
  FROM stay
),
nights AS (
  SELECT person_id,
    sum(greatest(0, least(departure, w0) - greatest(arrival, b0))) AS before,
    sum(greatest(0, least(departure, w1) - greatest(arrival, w0))) AS n0,
    sum(greatest(0, least(departure, w2) - greatest(arrival, w1))) AS n1,
    sum(greatest(0, least(departure, w3) - greatest(arrival, w2))) AS n2,
    sum(greatest(0, least(departure, w4) - greatest(arrival, w3))) AS n3,
    sum(greatest(0, least(departure, w5) - greatest(arrival, w4))) AS n4,
    sum(greatest(0, least(departure, w6) - greatest(arrival, w5))) AS n5
  FROM night JOIN person USING (person_id)
  GROUP BY person_id
),
score AS ( -- The latest value is what the greatest (day × 16 + value) leaves by 16, and a week is a bit.
  SELECT person_id,
    max((date_from - DATE '2000-01-01') * 16 + value)
      FILTER (measure = 'support' AND date_from BETWEEN w4 AND w6) % 16 AS support_end,
    max((date_from - DATE '2000-01-01') * 16 + value)
      FILTER (measure = 'wellbeing' AND date_from < w0 AND date_from >= w0 - 183) % 16 AS wellbeing_before,
    max((date_from - DATE '2000-01-01') * 16 + value)
      FILTER (measure = 'wellbeing' AND date_from BETWEEN w2 AND w6) % 16 AS wellbeing_end,
    bit_or(CASE WHEN measure = 'selfsupport' AND date_from < monday AND date_to > monday - 210 THEN
      (1::bigint << CAST((least(date_to, monday) - (monday - 210)) // 7 AS integer))
      - (1::bigint << CAST((greatest(date_from, monday - 210) - (monday - 210)) // 7 AS integer)) END) AS weeks
  FROM facts JOIN person USING (person_id)
  WHERE measure IN ('support', 'wellbeing', 'selfsupport')
  GROUP BY person_id
),
outcome AS (
  SELECT contract_id, coalesce(before, 0) > 30 AS in_subgroup,
    CASE WHEN in_subgroup THEN
      (n0 < 6 AND observed_to >= w1)::integer + (n1 < 6 AND observed_to >= w2)::integer
      + (n2 < 6 AND observed_to >= w3)::integer + (n3 < 6 AND observed_to >= w4)::integer
      + (n4 < 6 AND observed_to >= w5)::integer + (n5 < 6 AND observed_to >= w6)::integer ELSE 0 END AS a_windows,
    CASE WHEN in_subgroup THEN
      (observed_to < w1)::integer + (observed_to < w2)::integer + (observed_to < w3)::integer
      + (observed_to < w4)::integer + (observed_to < w5)::integer + (observed_to < w6)::integer ELSE 0 END AS a_missing,
    coalesce(NOT in_subgroup AND support_end <= 1 AND observed_to >= w6, false)::integer AS b_met,
    coalesce(wellbeing_end >= wellbeing_before + 2, false)::integer AS c_met,
    (wellbeing_end IS NULL OR wellbeing_before IS NULL)::integer AS c_missing,
    coalesce(bit_count(weeks) >= 26 AND observed_to >= monday, false)::integer AS d_met
  FROM person LEFT JOIN nights USING (person_id) LEFT JOIN score USING (person_id)
),
price AS (
  SELECT contracts.* EXCLUDE (price_c), CASE WHEN 5 * missing > people THEN price_c // 2 ELSE price_c END AS price_c
  FROM contracts JOIN (
    SELECT contract_id, sum(c_missing) AS missing, count(*) AS people FROM outcome GROUP BY contract_id
  ) USING (contract_id)
),
earned AS (
  SELECT *, a_windows * price_a + b_met * price_b + c_met * price_c + d_met * price_d AS amount
  FROM outcome JOIN price USING (contract_id)
)
SELECT contract_id, count(*) AS people, sum(in_subgroup::integer)::bigint AS subgroup,
  sum(a_windows)::bigint AS a_windows, sum(a_missing)::bigint AS a_missing, sum(b_met)::bigint AS b_met,
  sum(c_met)::bigint AS c_met, sum(c_missing)::bigint AS c_missing, sum(d_met)::bigint AS d_met,
  sum(amount)::bigint AS gross, sum(least(amount, cap_person))::bigint AS after_person_cap,
  least(sum(least(amount, cap_person)), max(cap_contract))::bigint AS due
FROM earned
GROUP BY contract_id
ORDER BY contract_id
